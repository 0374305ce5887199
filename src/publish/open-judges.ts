import { createAssess } from '../assess/index.js';
import type { Judge } from './backtest.js';
import { findHash } from './find-hash.js';
import { type Candidate, openCandidate } from './open-candidate.js';
import type { PublishParts } from './publish-parts.js';
import { readKept } from './read-kept.js';
import { RefusedPublicationError } from './refused-publication-error.js';

/** The pack in a folder, as it is now. Throws PackError. */
export function judgeOfFolder(folder: string): Judge & Candidate {
  return toJudge(openCandidate(folder));
}

/** A kept pack that is named by the start of its hash. Throws RefusedPublicationError, PackError or DamagedDatabaseError. */
export async function judgeOfHash(wanted: string, parts: Pick<PublishParts, 'store'>): Promise<Judge & Candidate> {
  const hash = findHash(wanted, await parts.store.packBlobs.list());
  return toJudge(await readKept(hash, parts));
}

/** The published pack that is in force. Throws RefusedPublicationError while nothing was published. */
export async function judgeInForce(parts: Pick<PublishParts, 'store'>): Promise<Judge & Candidate> {
  const { hash } = await parts.store.publications.active();
  if (hash === undefined)
    throw new RefusedPublicationError(
      'nothing was published yet, so there is no pack to compare with; publish one, or name a folder with --against',
    );
  return toJudge(await readKept(hash, parts));
}

function toJudge(candidate: Candidate): Judge & Candidate {
  return { ...candidate, assess: createAssess(candidate.parts) };
}
