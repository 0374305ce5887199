import { type Candidate, openArchive } from './open-candidate.js';
import type { PublishParts } from './publish-parts.js';
import { RefusedPublicationError } from './refused-publication-error.js';

/**
 * A kept pack, checked as this program reads packs now: one that it cannot use must not come into force.
 * Throws DamagedDatabaseError for one that was altered, PackError for one of another format.
 */
export async function readKept(hash: string, { store }: Pick<PublishParts, 'store'>): Promise<Candidate> {
  const archive = await store.packBlobs.read(hash);
  if (archive === undefined) throw new RefusedPublicationError(`no pack ${hash} is kept`);
  return openArchive(archive, hash.slice(0, 12));
}
