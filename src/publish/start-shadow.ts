import type { PackTrial } from '../domain/pack-trial.js';
import type { Candidate } from './open-candidate.js';
import type { PublishParts } from './publish-parts.js';
import { RefusedPublicationError } from './refused-publication-error.js';

/**
 * Keeps a candidate and has every running bot score beside it from the next half minute on. Throws RefusedPublicationError for the
 * pack that is active, and while another shadow runs.
 */
export async function startShadow(
  candidate: Candidate,
  against: { readonly hash: string | undefined; readonly pack: string },
  parts: PublishParts & { readonly newId: () => string },
): Promise<PackTrial> {
  const { store, clock } = parts;
  if (candidate.hash === against.hash)
    throw new RefusedPublicationError(`${candidate.pack} is in force already: there is nothing to compare`);
  const startedAt = clock.now();
  await store.packBlobs.keep(candidate.archive, candidate.pack, startedAt);
  const { hash, pack } = candidate;
  const trial = {
    id: parts.newId(),
    kind: 'shadow',
    hash,
    pack,
    against: against.pack,
    source: 'live',
    startedAt,
  } as const;
  if (await store.packTrials.begin(trial)) return { ...trial, endedAt: undefined };
  const running = await store.packTrials.running();
  throw new RefusedPublicationError(
    `the shadow ${running?.pack ?? 'of somebody else'} runs already; stop it first with \`didbon shadow stop\``,
  );
}
