/** A pack must not become the active one, or no longer can; the message says why, what was found a line each. Nothing was changed. */
export class RefusedPublicationError extends Error {
  override readonly name = 'RefusedPublicationError';

  constructor(why: string, found: readonly string[] = []) {
    super([why, ...found.map((line) => `  ${line}`)].join('\n'));
  }
}
