import { messageOf } from '../ports/errors.js';
import { describeChanges, describeContent } from './describe-changes.js';
import { type Candidate, openArchive } from './open-candidate.js';
import type { PublishParts } from './publish-parts.js';

/** How a candidate differs from the active pack; said in words where that cannot be told. */
export async function changesTo(
  candidate: Candidate,
  activeHash: string | undefined,
  { store }: Pick<PublishParts, 'store'>,
): Promise<readonly string[]> {
  if (activeHash === undefined) return [`the first publication: ${describeContent(candidate)}`];
  try {
    const archive = await store.packBlobs.read(activeHash);
    if (archive === undefined) return [`the active pack ${activeHash} is not kept: no comparison`];
    const changes = describeChanges(openArchive(archive, activeHash), candidate);
    return changes.length > 0 ? changes : ['nothing but order, notes or built files'];
  } catch (error) {
    // A pack of an older program must not keep a newer one from being published.
    return [`the active pack cannot be read by this program (${messageOf(error)}): no comparison`];
  }
}
