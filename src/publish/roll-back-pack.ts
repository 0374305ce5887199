import type { Publication } from '../domain/publication.js';
import { activatePack } from './activate-pack.js';
import { changesTo } from './changes-to.js';
import { findHash } from './find-hash.js';
import type { PublishParts } from './publish-parts.js';
import { readKept } from './read-kept.js';
import { RefusedPublicationError } from './refused-publication-error.js';
import { requireSaid } from './require-said.js';

export interface RollBackRequest {
  /** The version to restore, by the start of its hash; undefined for the one before the active one. */
  readonly hash: string | undefined;
  readonly by: string;
  readonly why: string;
}

/**
 * Restores a pack that was published before, at once and without a second person: who finds a bad pack at night must be able to
 * take it back alone. Throws RefusedPublicationError when there is nothing to go back to, or the pack cannot be used.
 */
export async function rollBackPack(request: RollBackRequest, parts: PublishParts): Promise<Publication> {
  const { store, clock } = parts;
  const [active, past] = [await store.publications.active(), await store.publications.list()];
  const hash = request.hash === undefined ? versionBefore(past) : findHash(request.hash, past);
  if (hash === active.hash) throw new RefusedPublicationError(`${hash.slice(0, 12)} is the active pack already`);

  const candidate = await readKept(hash, parts);
  const changes = await changesTo(candidate, active.hash, parts);
  const [by, why] = [requireSaid(request.by, '--by'), requireSaid(request.why, '--why')];
  const made = { hash, pack: candidate.pack, at: clock.now(), by, why, changes, previous: active.hash } as const;
  return activatePack({ ...made, kind: 'rollback', approvedBy: undefined }, active.revision, parts);
}

/** What the active pack replaced when it was published: rolling back twice goes back two versions, not to and fro. */
export function versionBefore(past: readonly Publication[]): string {
  const active = past.at(-1);
  if (active === undefined)
    throw new RefusedPublicationError('nothing was published yet: there is no version to go back to');
  const published = past.findLast((one) => one.kind === 'publish' && one.hash === active.hash);
  if (published?.previous === undefined)
    throw new RefusedPublicationError(`${active.pack} was the first to be published: there is none before it`);
  return published.previous;
}
