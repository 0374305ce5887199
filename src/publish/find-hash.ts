import { RefusedPublicationError } from './refused-publication-error.js';

/** Fewer characters may name another pack tomorrow. */
const SHORTEST = 6;

/** The whole hash of a pack that is named by its first characters. Throws RefusedPublicationError when none or several begin so. */
export function findHash(wanted: string, packs: readonly { readonly hash: string; readonly pack: string }[]): string {
  const start = wanted.toLowerCase();
  if (!/^[0-9a-f]+$/.test(start) || start.length < SHORTEST)
    throw new RefusedPublicationError(
      `found "${wanted}"; expected the first ${SHORTEST} or more characters of a pack's hash, as \`didbon packs\` lists them`,
    );
  const found = [...new Map(packs.filter(({ hash }) => hash.startsWith(start)).map((one) => [one.hash, one])).values()];
  const [first, second] = found;
  if (first === undefined)
    throw new RefusedPublicationError(`no pack has the hash ${wanted}; \`didbon packs\` lists those that are known`);
  if (second !== undefined)
    throw new RefusedPublicationError(
      `the hash ${wanted} is that of several packs; give more of it`,
      found.map(({ hash, pack }) => `${hash} ${pack}`),
    );
  return first.hash;
}
