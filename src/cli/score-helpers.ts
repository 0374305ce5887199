import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { GivenLine } from './answer-lines.js';

/** Threads that answer lines beside each other. */
export interface Helpers {
  /** Batches to ask for at a time, so that no helper waits for work. */
  readonly atOnce: number;
  /** Rejects when the helper fails, and after {@link close}. */
  readonly answer: (lines: readonly GivenLine[]) => Promise<string>;
  readonly close: () => Promise<void>;
}

export type OpenHelpers = () => Promise<Helpers | undefined>;

/** Each holds the pack in memory for itself, and reading the input keeps about as many busy. */
const MOST_THREADS = 8;
/** One that is answered and one that waits. */
const BATCHES_A_THREAD = 2;

/** Starts a thread for each core with the pack in a folder; none where there is one core. */
export async function openHelpers(packFolder: string): Promise<Helpers | undefined> {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  if (threads === 1) return undefined;
  const pool = new Piscina<readonly GivenLine[], string>({
    filename: new URL('./score-thread.js', import.meta.url).href,
    name: 'answer',
    workerData: packFolder,
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    atOnce: threads * BATCHES_A_THREAD,
    answer: (lines) => pool.run(lines),
    close: () => pool.destroy(),
  };
}
