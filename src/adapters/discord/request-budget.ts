import PQueue from 'p-queue';
import type { Clock } from '../../ports/clock.js';
import type { Refusals } from './refusals.js';

/** Reading that can wait, the more urgent first. Answers to moderators and cards do not queue here: they go out at once. */
const PRIORITIES = { 'catch-up': 1, backfill: 0 } as const;
export type ReadingPriority = keyof typeof PRIORITIES;

/** The share of Discord's limit that reading history may take. */
export interface RequestBudget {
  /** Asks when it is this request's turn; rejects with the signal's reason when it is aborted first, with UnavailableError while reading is paused. */
  ask<T>(priority: ReadingPriority, signal: AbortSignal, request: () => Promise<T>): Promise<T>;
}

/** Discord takes 50 requests a second from a bot; what is left of them belongs to cards and answers. */
export const READING_PER_SECOND = 25;

/**
 * A request that comes so late has its time made up for, or a busy process, whose timers are late, would fall short of its budget.
 * No longer, so that a pause is not followed by a burst: 40 a second stay below Discord's limit with it. Milliseconds.
 */
const LATE_MS = 200;

export interface BudgetParts {
  /** Any number above 0. */
  readonly perSecond: number;
  readonly refusals: Pick<Refusals, 'require'>;
  readonly clock: Clock;
}

/** Paces requests over all communities: the limit is one for the whole bot. */
export function createRequestBudget({ perSecond, refusals, clock }: BudgetParts): RequestBudget {
  const gapMs = 1_000 / perSecond;
  const last = { dueMs: Number.NEGATIVE_INFINITY };
  const queue = new PQueue({ concurrency: 1 });

  /** Requests are due at even distances, not so long after the one before: what one is late would else be lost to all that follow. */
  const comeDue = async (signal: AbortSignal): Promise<void> => {
    const now = clock.now().getTime();
    const due = last.dueMs + gapMs;
    // A clock that was set back must not hold up what follows.
    last.dueMs = due < now - LATE_MS ? now : Math.min(due, now + gapMs);
    if (last.dueMs > now) await clock.sleep(last.dueMs - now, signal);
  };

  return {
    async ask(priority, signal, request) {
      await queue.add(() => comeDue(signal), { priority: PRIORITIES[priority], signal });
      signal.throwIfAborted();
      refusals.require('reading');
      return await request();
    },
  };
}
