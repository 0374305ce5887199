import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.js';

/** The machine's clock: the only place in the program that reads it. */
export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(ms, signal) {
    try {
      await sleep(ms, undefined, signal === undefined ? {} : { signal });
    } catch {
      // An aborted sleep is over, which is all that its caller asked for.
    }
  },
};
