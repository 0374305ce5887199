import PQueue from 'p-queue';
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

/** So many slices a second, that requests do not come in one burst. */
const SLICES = 5;

/** Paces requests over all communities: the limit is one for the whole bot. */
export function createRequestBudget(perSecond: number, refusals: Pick<Refusals, 'require'>): RequestBudget {
  const queue = new PQueue({
    interval: 1_000 / SLICES,
    intervalCap: Math.max(1, Math.round(perSecond / SLICES)),
  });
  return {
    ask: (priority, signal, request) => {
      const ask = async (): Promise<Awaited<ReturnType<typeof request>>> => {
        refusals.require('reading');
        return await request();
      };
      return queue.add(ask, { priority: PRIORITIES[priority], signal });
    },
  };
}
