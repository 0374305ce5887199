import { fingerprintPack } from '../packs/pack-archive.js';
import { PackError } from '../packs/pack-error.js';
import type { Log } from '../ports/log.js';
import { openCandidate } from './open-candidate.js';

/** The pack in force, as far as the working copy is compared with it. */
export interface ComparedWith {
  /** Undefined while nothing was published. */
  readonly hash: string | undefined;
  readonly pack: string;
}

/**
 * Watches the folder that analysts edit, and says what it is worth: that it can be published, or its faults. It is never applied.
 * A state is looked at once, and only when it stood still from one call to the next: an edit of several files is not judged halfway.
 */
export function watchWorkingCopy(folder: string, log: Log): (inForce: ComparedWith) => void {
  let judged = fingerprintPack(folder);
  let seen = judged;
  return (inForce) => {
    const now = fingerprintPack(folder);
    const stoodStill = now === seen;
    seen = now;
    if (!stoodStill || now === judged) return;
    judged = now;
    offer(folder, inForce, log);
  };
}

function offer(folder: string, inForce: ComparedWith, log: Log): void {
  try {
    const { hash, pack } = openCandidate(folder);
    const compared = inForce.hash === undefined ? 'the pack that was there at the start' : 'the published pack';
    if (hash === inForce.hash || (inForce.hash === undefined && pack === inForce.pack)) {
      log.info(`the working copy is the same as ${compared} again`, { pack });
      return;
    }
    log.info(
      `the working copy differs from ${compared} and is valid: publish it with \`didbon publish --by NAME --why REASON\``,
      { pack, hash: hash.slice(0, 12), inForce: inForce.pack },
    );
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const [first = ''] = error.message.split('\n', 1);
    log.warn('the working copy has faults and cannot be published; `didbon check` lists them', {
      faults: error.faults.length,
      first,
    });
  }
}
