import { setMaxListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { createRequestBudget } from '../../../src/adapters/discord/request-budget.js';
import { UnavailableError } from '../../../src/ports/errors.js';
import { settingsSchema } from '../../../src/settings/settings-schema.js';

const never = new AbortController().signal;
setMaxListeners(0, never);
const refusals = { require: () => undefined };

/** Time that passes while somebody sleeps, whose timers are late by so many milliseconds, one after the other. */
function aClock(...late: readonly number[]) {
  const state = { ms: Date.UTC(2026, 0, 5), slept: 0 };
  return {
    now: () => new Date(state.ms),
    sleep: async (ms: number) => {
      await Promise.resolve();
      state.ms += Math.max(1, Math.trunc(ms)) + (late[state.slept % Math.max(1, late.length)] ?? 0);
      state.slept += 1;
    },
    set: (ms: number) => {
      state.ms = ms;
    },
  };
}

/** When so many requests that were asked for at once were made, in milliseconds. */
async function madeAt(perSecond: number, count: number, clock = aClock()): Promise<readonly number[]> {
  const budget = createRequestBudget({ perSecond, refusals, clock });
  const ask = () => budget.ask('catch-up', never, async () => clock.now().getTime());
  return await Promise.all(Array.from({ length: count }, ask));
}

function rateOf(moments: readonly number[]): number {
  return (1_000 * (moments.length - 1)) / ((moments.at(-1) ?? 0) - (moments[0] ?? 0));
}

/** The most that were made in any one second. */
function mostInASecond(moments: readonly number[]): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 1_000).length));
}

const ALLOWED = Array.from({ length: 60 }, (_, n) => n).filter(
  (readingPerSecond) => settingsSchema.safeParse({ discord: { readingPerSecond } }).success,
);

describe('the budget of reading history', () => {
  it.each(ALLOWED)(
    'is kept to within three in a hundred at %d a second, with timers that are late',
    async (perSecond) => {
      const late = aClock(0, 1, 14, 3, 40, 2);
      const moments = await madeAt(perSecond, 20 * perSecond, late);
      expect(rateOf(moments) / perSecond).toBeGreaterThan(0.97);
      expect(rateOf(moments) / perSecond).toBeLessThan(1.03);
      expect(mostInASecond(moments)).toBeLessThanOrEqual(1.2 * perSecond + 1);
    },
  );

  it('holds for every value that may be set', () => {
    expect([ALLOWED[0], ALLOWED.at(-1)]).toEqual([1, 40]);
  });

  it('is not saved up while nothing is asked', async () => {
    const clock = aClock();
    const budget = createRequestBudget({ perSecond: 25, refusals, clock });
    await budget.ask('catch-up', never, async () => undefined);
    clock.set(clock.now().getTime() + 60_000);
    const moments = await Promise.all(
      Array.from({ length: 50 }, () => budget.ask('catch-up', never, async () => clock.now().getTime())),
    );
    expect(mostInASecond(moments)).toBeLessThanOrEqual(26);
  });

  it('goes on when the clock is set back by an hour', async () => {
    const clock = aClock();
    const budget = createRequestBudget({ perSecond: 2, refusals, clock });
    const ask = () => budget.ask('catch-up', never, async () => clock.now().getTime());
    await ask();
    const back = clock.now().getTime() - 3_600_000;
    clock.set(back);
    expect((await ask()) - back).toBeLessThanOrEqual(500);
  });

  it('goes to what was missed before what was asked for of the past', async () => {
    const budget = createRequestBudget({ perSecond: 10, refusals, clock: aClock() });
    const made: string[] = [];
    const ask = (what: 'catch-up' | 'backfill') => budget.ask(what, never, async () => made.push(what));
    await Promise.all([ask('catch-up'), ask('backfill'), ask('backfill'), ask('catch-up'), ask('catch-up')]);
    expect(made).toEqual(['catch-up', 'catch-up', 'catch-up', 'backfill', 'backfill']);
  });

  it('makes no request whose asker has gone, or while reading is paused', async () => {
    const gone = new AbortController();
    const budget = createRequestBudget({ perSecond: 10, refusals, clock: aClock() });
    const made: string[] = [];
    const first = budget.ask('catch-up', never, async () => made.push('first'));
    const second = budget.ask('catch-up', gone.signal, async () => made.push('second'));
    gone.abort();
    await first;
    await expect(second).rejects.toThrow();
    expect(made).toEqual(['first']);

    const paused = {
      require: () => {
        throw new UnavailableError('reading is paused', { cause: undefined });
      },
    };
    const held = createRequestBudget({ perSecond: 10, refusals: paused, clock: aClock() });
    await expect(held.ask('catch-up', never, async () => made.push('third'))).rejects.toThrow(UnavailableError);
    expect(made).toEqual(['first']);
  });
});
