import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.js';

/** So long a commit gathers what else waits: the process has heartbeats to answer. */
const TOGETHER_MS = 8;

type WriteRows = Transaction<Schema>;
type Statements<T> = (trx: WriteRows) => Promise<T>;

/** One who wants to write. */
interface Waiting {
  /** Runs the statements; answers how to tell the caller, once they are committed. Throws what they throw. */
  run(trx: WriteRows): Promise<() => void>;
  reject(error: unknown): void;
}

/**
 * Lets transactions that wait for each other share one commit of SQLite's, and with it one sync of the disk, which takes
 * longer than all of their statements: fifty channels that speak at once would wait for fifty syncs. Each stands in a savepoint
 * of its own, so that the fault of one undoes that one alone, and hears of its success only when all are on the disk. Between
 * two commits the event loop turns: libsql is synchronous, and awaiting it lets nothing else run.
 */
export function shareCommits(
  db: Kysely<Schema>,
  patiently: (work: () => Promise<void>) => Promise<void>,
): <T>(statements: Statements<T>) => Promise<T> {
  const queue: Waiting[] = [];
  let working = false;

  /** Takes from the queue what fits, with what to tell each once it is committed. Tried again, it begins with the same ones. */
  const fill = async (trx: WriteRows, taken: Waiting[], told: (() => void)[]): Promise<void> => {
    queue.unshift(...taken.splice(0));
    told.splice(0);
    const end = performance.now() + TOGETHER_MS;
    do {
      const next = queue.shift();
      if (next === undefined) return;
      taken.push(next);
      told.push(await inSavepoint(trx, next));
    } while (performance.now() < end);
  };

  const commitSome = async (): Promise<void> => {
    const taken: Waiting[] = [];
    const told: (() => void)[] = [];
    const before = queue.length;
    try {
      await patiently(() => db.transaction().execute((trx) => fill(trx, taken, told)));
    } catch (error) {
      // Nothing could be begun: whoever stood there from the start has waited long enough. Else each is tried alone, to fail for its own fault only.
      if (taken.length === 0) for (const waiting of queue.splice(0, before)) waiting.reject(error);
      for (const waiting of taken) await commitAlone(waiting);
      return;
    }
    for (const tell of told) tell();
  };

  const commitAlone = async (waiting: Waiting): Promise<void> => {
    const done: { tell?: () => void } = {};
    try {
      await patiently(() =>
        db.transaction().execute(async (trx) => {
          done.tell = await waiting.run(trx);
        }),
      );
      done.tell?.();
    } catch (error) {
      waiting.reject(error);
    }
  };

  const work = async (): Promise<void> => {
    working = true;
    while (queue.length > 0) {
      await setImmediate();
      await commitSome();
    }
    working = false;
  };

  return (statements) =>
    new Promise((resolve, reject) => {
      const run = async (trx: WriteRows): Promise<() => void> => {
        const result = await statements(trx);
        return () => resolve(result);
      };
      queue.push({ run, reject });
      if (!working) void work();
    });
}

/** Answers how to tell the caller of success or failure. Throws where SQLite gave up the transaction as a whole. */
async function inSavepoint(trx: WriteRows, waiting: Waiting): Promise<() => void> {
  await sql`savepoint shared`.execute(trx);
  try {
    const tell = await waiting.run(trx);
    await sql`release shared`.execute(trx);
    return tell;
  } catch (error) {
    await sql`rollback to shared`.execute(trx);
    await sql`release shared`.execute(trx);
    return () => waiting.reject(error);
  }
}
