import { hashBytes } from '../packs/models/model-set.js';
import { archivePack, fingerprintPack } from '../packs/pack-archive.js';
import { PackError } from '../packs/pack-error.js';
import type { Log } from '../ports/log.js';
import { openArchive } from './open-candidate.js';

/** The pack in force, as far as the working copy is compared with it. */
export interface ComparedWith {
  /** Undefined while nothing was published. */
  readonly hash: string | undefined;
  readonly pack: string;
}

/**
 * Watches the folder that analysts edit, and says what it is worth: that it can be published, or its faults. It is never applied.
 * A state is looked at once, and only when it stood still from one call to the next: an edit of several files is not judged halfway.
 * What was edited while the bot was down is found at the first call where something is published.
 */
export function watchWorkingCopy(folder: string, atStart: ComparedWith, log: Log): (inForce: ComparedWith) => void {
  let seen = fingerprintPack(folder);
  let judged = atStart.hash === undefined ? seen : undefined;
  let differed = false;
  return (inForce) => {
    const now = fingerprintPack(folder);
    const stoodStill = now === seen;
    seen = now;
    if (!stoodStill || now === judged) return;
    judged = now;
    differed = offer(folder, { inForce, differed }, log);
  };
}

interface Offer {
  readonly inForce: ComparedWith;
  /** Whether the state before this one was another pack than the one in force. */
  readonly differed: boolean;
}

/** Says what the working copy is now; answers whether it is another pack than the one in force. */
function offer(folder: string, { inForce, differed }: Offer, log: Log): boolean {
  const compared = inForce.hash === undefined ? 'the pack that was there at the start' : 'the published pack';
  try {
    const archive = archivePack(folder);
    const hash = hashBytes(archive);
    const pack = hash === inForce.hash ? inForce.pack : openArchive(archive, folder).pack;
    if (hash === inForce.hash || (inForce.hash === undefined && pack === inForce.pack)) {
      if (differed) log.info(`the working copy is the same as ${compared} again`, { pack });
      return false;
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
  return true;
}
