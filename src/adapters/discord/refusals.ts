import type { Clock } from '../../ports/clock.js';
import { UnavailableError } from '../../ports/errors.js';
import type { Log } from '../../ports/log.js';
import type { Standing } from '../../ports/standing.js';

/**
 * Keeps count of requests that Discord calls invalid: at 10,000 within ten minutes it blocks the address, and with it every bot
 * behind it. Long before that we stop by ourselves: first what can wait, in the end everything.
 */
export interface Refusals extends Standing {
  /** Notes an answer. `shared` are limits that others ran into; Discord does not hold them against us. */
  note(status: number, shared: boolean): void;
  /** Throws UnavailableError when nothing, or (for `reading`) no history, is to be asked for now. */
  require(what: 'anything' | 'reading'): void;
}

const WINDOW_MS = 600_000;
const SLICE_MS = 10_000;
const INVALID: ReadonlySet<number> = new Set([401, 403, 429]);

/** Invalid requests within the window at which we stop, and the number at which reading goes on. */
const LIMITS = { reading: 1_000, anything: 5_000, again: 500 } as const;

/** Counts over the last ten minutes. Whoever asks a few things only needs no log: what is refused is thrown. */
export function watchRefusals(clock: Pick<Clock, 'now'>, log?: Pick<Log, 'error' | 'info'>): Refusals {
  const slices = new Map<number, number>();
  const state = { reading: true };

  const count = (): number => {
    const oldest = Math.floor((clock.now().getTime() - WINDOW_MS) / SLICE_MS);
    for (const slice of slices.keys()) if (slice <= oldest) slices.delete(slice);
    return [...slices.values()].reduce((sum, one) => sum + one, 0);
  };
  const look = (): number => {
    const refused = count();
    if (state.reading && refused >= LIMITS.reading) {
      state.reading = false;
      log?.error('Discord refuses too much: reading of history is paused', { refused, minutes: WINDOW_MS / 60_000 });
    } else if (!state.reading && refused < LIMITS.again) {
      state.reading = true;
      log?.info('Discord refuses less: history is read again', { refused });
    }
    return refused;
  };

  return {
    note(status, shared) {
      if (!INVALID.has(status) || shared) return;
      const slice = Math.floor(clock.now().getTime() / SLICE_MS);
      slices.set(slice, (slices.get(slice) ?? 0) + 1);
      look();
    },
    require(what) {
      const refused = look();
      if (refused >= LIMITS.anything || (what === 'reading' && !state.reading))
        throw new UnavailableError(`Discord refused ${refused} requests in ten minutes: it is not asked for now`, {
          cause: undefined,
          retryAfterMs: WINDOW_MS / 10,
        });
    },
    fault() {
      const refused = look();
      if (state.reading) return undefined;
      const what = refused >= LIMITS.anything ? 'nothing is asked of it' : 'reading of history is paused';
      return `Discord refused ${refused} requests in ten minutes: ${what}`;
    },
  };
}
