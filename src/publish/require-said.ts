import { RefusedPublicationError } from './refused-publication-error.js';

/** A name or a reason that says something. */
export function requireSaid(text: string, flag: string): string {
  const said = text.replace(/\s+/g, ' ').trim();
  if (said === '') throw new RefusedPublicationError(`${flag} is empty; expected words that others understand later`);
  return said;
}
