import type { Clock } from './ports/clock.js';
import { messageOf, RefusedError } from './ports/errors.js';
import type { Log } from './ports/log.js';
import type { Lease } from './store/store.js';

/** Long enough for a slow disk, short enough that a bot that died is replaced within half a minute. */
const TTL_MS = 30_000;
const RENEW_MS = 10_000;
const NAME = 'bot';

export interface LeaseParts {
  readonly lease: Lease;
  /** Names this process. */
  readonly holder: string;
  /** Whether a holder is known to be dead: a process of this machine that is no more. */
  readonly isDead: (holder: string) => boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Another process holds the lease now: two bots would post every card twice. */
  readonly onLost: () => void;
}

export interface HeldLease {
  /** Takes it over from a process that is known to be dead. Throws RefusedError when another holds it. */
  acquire(): Promise<void>;
  release(): Promise<void>;
}

/** Keeps the one lease that lets a process be the bot, renewing it until it is released or lost. */
export function holdLease({ lease, holder, isDead, clock, log, onLost }: LeaseParts): HeldLease {
  const released = new AbortController();
  const holding: { renewal?: Promise<void> } = {};
  const take = (): Promise<boolean> => lease.acquire(NAME, holder, clock.now(), TTL_MS);

  const takeOver = async (): Promise<boolean> => {
    const other = await lease.holder(NAME);
    if (other === undefined || !isDead(other)) return false;
    log.info('taking over from a process that died', { holder: other });
    await lease.release(NAME, other);
    return await take();
  };

  const renew = async (): Promise<void> => {
    let lastHeld = clock.now().getTime();
    for (;;) {
      await clock.sleep(RENEW_MS, released.signal);
      if (released.signal.aborted) return;
      const held = await take().catch((error: unknown) => {
        log.warn('the lease could not be renewed', { error: messageOf(error) });
        return undefined;
      });
      const now = clock.now().getTime();
      if (held === true) lastHeld = now;
      if (held === false || now - lastHeld > TTL_MS) return onLost();
    }
  };

  return {
    async acquire() {
      if (!(await take()) && !(await takeOver())) {
        throw new RefusedError(
          `another didbon is running on this database (${await lease.holder(NAME)}); stop it first. If it died on another machine, try again in half a minute`,
          'rejected',
        );
      }
      holding.renewal = renew();
    },
    async release() {
      released.abort();
      await holding.renewal;
      await lease
        .release(NAME, holder)
        .catch((error: unknown) => log.warn('the lease could not be released', { error: messageOf(error) }));
    },
  };
}
