/** Which database: a file of ours, or a PostgreSQL server named by its URL. */
export type DatabasePlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** The place in words for messages and logs: never a password. */
export function describePlace(place: DatabasePlace): string {
  if (place.kind === 'sqlite') return place.file;
  if (!URL.canParse(place.url)) return 'the PostgreSQL database';
  const { host, pathname } = new URL(place.url);
  return `PostgreSQL at ${host}${pathname}`;
}
