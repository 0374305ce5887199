import { setImmediate } from 'node:timers/promises';
import { createTask } from 'node-cron';
import { lastDueDay } from '../../src/adapters/cron/last-due-day.js';
import type { Clock } from '../../src/ports/clock.js';
import type { Schedule, ScheduledTask } from '../../src/ports/schedule.js';

/** Nothing is due in between that is not due at a quarter of an hour, too; matching every minute of a week takes seconds. */
const QUARTER_MS = 900_000;

/**
 * Time that passes only when it is told to, so that a week takes seconds. A sleeper also wakes when it has slept so long by the real
 * clock: it finds that nothing is due yet, and a bot that is stopped waits no longer than it may.
 */
export interface SimulatedTime {
  readonly clock: Clock;
  /** A schedule on this time, for one bot: it ends with it. */
  schedule(): Schedule;
  /** Sets the clock, forward or back. */
  set(moment: Date): void;
  /** Sets the clock, wakes whoever slept until then, and runs what came round since it last did: a task that was due several times runs once. */
  comeRoundAt(moment: Date): Promise<void>;
}

interface Sleeper {
  readonly untilMs: number;
  readonly wake: () => void;
}

interface Round {
  readonly task: ScheduledTask;
  readonly isDue: (moment: Date) => boolean;
}

export function simulatedTime(start: Date): SimulatedTime {
  let nowMs = start.getTime();
  let cameRoundMs = nowMs;
  const sleepers = new Set<Sleeper>();
  const rounds = new Set<Round>();

  const set = (moment: Date): void => {
    nowMs = moment.getTime();
  };

  return {
    clock: {
      now: () => new Date(nowMs),
      async sleep(ms, signal) {
        if (ms <= 0 || signal?.aborted) return void (await setImmediate());
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            sleepers.delete(sleeper);
            clearTimeout(real);
            signal?.removeEventListener('abort', wake);
            resolve();
          };
          const sleeper = { untilMs: nowMs + ms, wake };
          sleepers.add(sleeper);
          const real = setTimeout(wake, ms).unref();
          signal?.addEventListener('abort', wake);
        });
      },
    },
    schedule() {
      const own = new Set<Round>();
      return {
        start(task) {
          const cron = createTask(task.cron, () => undefined, { timezone: task.timezone });
          const round = { task, isDue: (moment: Date) => cron.match(moment) };
          own.add(round);
          rounds.add(round);
        },
        lastDueDay,
        async stop() {
          for (const round of own) rounds.delete(round);
        },
      };
    },
    set,
    async comeRoundAt(moment) {
      set(moment);
      for (const sleeper of [...sleepers]) if (sleeper.untilMs <= nowMs) sleeper.wake();
      const quarters: Date[] = [];
      for (let ms = cameRoundMs + QUARTER_MS; ms <= nowMs; ms += QUARTER_MS) quarters.push(new Date(ms));
      cameRoundMs += quarters.length * QUARTER_MS;
      for (const { task, isDue } of [...rounds]) if (quarters.some(isDue)) await task.run();
    },
  };
}
