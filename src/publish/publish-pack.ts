import type { PackTrial, TrialCounts } from '../domain/pack-trial.js';
import type { Proposal, Publication } from '../domain/publication.js';
import { activatePack } from './activate-pack.js';
import { changesTo } from './changes-to.js';
import { findFailingCases } from './find-failing-cases.js';
import { type Candidate, openCandidate } from './open-candidate.js';
import type { PublishParts } from './publish-parts.js';
import { RefusedPublicationError } from './refused-publication-error.js';
import { requireSaid } from './require-said.js';
import { trialsOf } from './trials-of.js';

export interface PublishRequest {
  /** The folder with the pack: the working copy as a rule. */
  readonly folder: string;
  readonly by: string;
  readonly why: string;
  /** Whether a second person must approve before the pack is used. */
  readonly secondApprover: boolean;
}

export type Published = (
  | { readonly kind: 'published'; readonly publication: Publication }
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
) & {
  /** Functional cases, all of them right. */
  readonly cases: number;
  /** Backtests and shadows of this very pack, newest first; none where it was tried on nothing but its cases. */
  readonly trials: readonly (PackTrial & TrialCounts)[];
};

/**
 * Makes the pack in a folder the active one, or proposes it where two must agree. The pack must be valid, its models must belong to
 * it, and each of its functional cases must be right. Throws PackError with every fault of the pack, and RefusedPublicationError
 * for failing cases, for the pack that is active already, and when another was published meanwhile.
 */
export async function publishPack(request: PublishRequest, parts: PublishParts): Promise<Published> {
  const { store, clock } = parts;
  const active = await store.publications.active();
  const candidate = openCandidate(request.folder);
  if (candidate.hash === active.hash)
    throw new RefusedPublicationError(`${nameOf(candidate)} is the active pack already`);
  const cases = requireGreenCases(candidate);

  const changes = await changesTo(candidate, active.hash, parts);
  await store.packBlobs.keep(candidate.archive, candidate.pack, clock.now());
  const { hash, pack } = candidate;
  const said = {
    hash,
    pack,
    at: clock.now(),
    by: requireSaid(request.by, '--by'),
    why: requireSaid(request.why, '--why'),
    changes,
  };
  const trials = trialsOf(hash, await store.packTrials.list());
  if (request.secondApprover) {
    const proposal = { ...said, revision: active.revision };
    await store.publications.propose(proposal);
    return { kind: 'proposed', proposal, cases, trials };
  }
  const made = { ...said, kind: 'publish', previous: active.hash, approvedBy: undefined } as const;
  return { kind: 'published', publication: await activatePack(made, active.revision, parts), cases, trials };
}

function requireGreenCases(candidate: Candidate): number {
  const { cases, failing } = findFailingCases(candidate);
  if (cases === 0) throw new RefusedPublicationError(`${nameOf(candidate)} has no functional case to be tried on`);
  if (failing.length > 0)
    throw new RefusedPublicationError(
      `${nameOf(candidate)} fails ${failing.length} of its ${cases} functional cases and is not published`,
      failing,
    );
  return cases;
}

function nameOf({ pack, hash }: Candidate): string {
  return `${pack} (${hash.slice(0, 12)})`;
}
