import type { Publication } from '../domain/publication.js';
import { activatePack } from './activate-pack.js';
import { findHash } from './find-hash.js';
import type { PublishParts } from './publish-parts.js';
import { readKept } from './read-kept.js';
import { RefusedPublicationError } from './refused-publication-error.js';
import { requireSaid } from './require-said.js';

/**
 * Makes a proposed pack the active one in the name of a second person. Throws RefusedPublicationError for the same person, for a
 * pack that nobody proposed, and when another pack was published since.
 */
export async function approvePack(
  request: { readonly hash: string; readonly by: string },
  parts: PublishParts,
): Promise<Publication> {
  const proposals = await parts.store.publications.proposals();
  if (proposals.length === 0)
    throw new RefusedPublicationError('no pack is proposed; publishing or rolling back closes the proposals before it');
  const hash = findHash(request.hash, proposals);
  const proposal = proposals.find((one) => one.hash === hash);
  if (proposal === undefined) throw new RefusedPublicationError(`no pack ${request.hash} is proposed`);

  const approvedBy = requireSaid(request.by, '--by');
  if (samePerson(approvedBy, proposal.by))
    throw new RefusedPublicationError(`${proposal.by} proposed this pack; somebody else must approve it`);
  await readKept(hash, parts);
  const { revision, ...made } = proposal;
  const { hash: previous } = await parts.store.publications.active();
  return activatePack({ ...made, kind: 'publish', at: parts.clock.now(), previous, approvedBy }, revision, parts);
}

function samePerson(one: string, other: string): boolean {
  return one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();
}
