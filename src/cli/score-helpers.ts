import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { GivenLine } from './answer-lines.js';

/** Threads that answer lines beside this one. */
export interface Helpers {
  /** Batches to ask for at a time, so that no helper waits for work. */
  readonly atOnce: number;
  /** Resolves when the first can answer, and rejects when it never will. */
  readonly ready: Promise<void>;
  /** Rejects when the helper fails, and after {@link close}. */
  readonly answer: (lines: readonly GivenLine[]) => Promise<string>;
  readonly close: () => Promise<void>;
}

export type OpenHelpers = () => Promise<Helpers | undefined>;

/** Each holds the pack in memory for itself, and reading the input keeps about as many busy. */
const MOST_THREADS = 8;
/** One that is answered and one that waits. */
const BATCHES_A_THREAD = 2;
/** New objects die young here, and the more room they have the fewer are moved in vain: a tenth more texts a second. */
const YOUNG_GENERATION_MB = 64;

/** Starts a thread for each core but the one that asks, eight at most, with the pack in a folder; none where there is one core. */
export function openHelpers(packFolder: string): Helpers | undefined {
  const threads = Math.min(MOST_THREADS, availableParallelism() - 1);
  if (threads < 1) return undefined;
  const pool = new Piscina<readonly GivenLine[], string>({
    filename: new URL('./score-thread.js', import.meta.url).href,
    name: 'answer',
    workerData: packFolder,
    minThreads: threads,
    maxThreads: threads,
    // Handed over at once: while this thread answers for itself it hands over nothing.
    concurrentTasksPerWorker: BATCHES_A_THREAD,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  return {
    atOnce: threads * BATCHES_A_THREAD,
    ready: pool.run([]).then(() => undefined),
    answer: (lines) => pool.run(lines),
    close: () => pool.destroy(),
  };
}
