import type { Publication } from '../domain/publication.js';
import type { PublishParts } from './publish-parts.js';
import { RefusedPublicationError } from './refused-publication-error.js';

/**
 * Makes a kept pack the active one, if nobody published since `revision`. This is the one place through which a pack comes into force.
 * Throws RefusedPublicationError when somebody else was faster.
 */
export async function activatePack(
  made: Omit<Publication, 'number'>,
  revision: number,
  { store }: Pick<PublishParts, 'store'>,
): Promise<Publication> {
  const publication = await store.publications.activate(made, revision);
  if (publication === undefined) {
    const other = (await store.publications.list()).at(-1);
    throw new RefusedPublicationError(
      `another pack was published meanwhile (${other?.pack}, by ${other?.by}: ${other?.why}) and stays active; look at it, then try again`,
    );
  }
  return publication;
}
