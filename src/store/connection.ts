import { setTimeout } from 'node:timers/promises';
import { type Dialect, Kysely, sql, type Transaction } from 'kysely';
import { UnavailableError } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import { type DatabasePlace, describePlace } from './database-place.js';
import { createPostgresDialect } from './postgres-dialect.js';
import type { Schema } from './schema.js';
import { shareCommits } from './share-commits.js';
import { createSqliteDialect } from './sqlite-dialect.js';
import { isBusy, translateDatabaseError } from './translate-database-error.js';

/** How long another writer is waited for, altogether. */
const BUSY_TIMEOUT_MS = 5_000;
const BLOCKING_WAIT_MS = 10;
const PAUSE_MS = 15;

export type ReadRows = Kysely<Schema>;
export type WriteRows = Transaction<Schema>;

/** One open database. Both functions throw UnavailableError, RefusedError or DamagedDatabaseError, never a driver's own error. */
export interface Connection {
  /** One statement. It is tried again while another writer holds the database. */
  run<T>(statement: (db: ReadRows) => Promise<T>): Promise<T>;
  /** All or nothing, tried again as a whole. Nothing but its own statements may be awaited inside: other writers wait for it. */
  transact<T>(statements: (trx: WriteRows) => Promise<T>): Promise<T>;
  /** Drops the copies of changed pages that SQLite keeps in its -wal file, as far as no reader needs them; PostgreSQL's vacuum does that by itself. */
  dropOldPages(): Promise<void>;
  /** Waits for what was begun; what is asked for from now on is unavailable. May be called twice. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly database: DatabasePlace;
  readonly log?: Log | undefined;
  /** How long another writer is waited for; 5,000 unless a test is in a hurry. */
  readonly busyTimeoutMs?: number | undefined;
}

/** Opens the database without looking at what is in it. */
export function connect(options: ConnectionOptions): Connection {
  const place = describePlace(options.database);
  const db = new Kysely<Schema>({ dialect: createDialect(options, place) });
  const attempts = Math.ceil((options.busyTimeoutMs ?? BUSY_TIMEOUT_MS) / (BLOCKING_WAIT_MS + PAUSE_MS));
  const transact =
    options.database.kind === 'sqlite'
      ? shareCommits(db, (work) => tryWhileBusy(work, attempts))
      : <T>(statements: (trx: WriteRows) => Promise<T>) =>
          tryWhileBusy(() => db.transaction().execute(statements), attempts);
  const translated = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw translateDatabaseError(error, place);
    }
  };
  // A database that is closed under a statement fails it where its caller cannot tell why; libsql may even end the process.
  const inHand = new Set<Promise<unknown>>();
  const closing: { done?: Promise<void> } = {};
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing.done) throw new UnavailableError(`the database ${place} is closed`, { cause: undefined });
    const doing = translated(work);
    inHand.add(doing);
    return await doing.finally(() => inHand.delete(doing));
  };
  const closeWhenDone = async (): Promise<void> => {
    await Promise.allSettled(inHand);
    await translated(() => db.destroy());
  };
  return {
    run: (statement) => guarded(() => tryWhileBusy(() => statement(db), attempts)),
    transact: (statements) => guarded(() => transact(statements)),
    dropOldPages: async () => {
      if (options.database.kind === 'sqlite')
        await guarded(() => tryWhileBusy(() => sql`pragma wal_checkpoint(truncate)`.execute(db), attempts));
    },
    close: () => (closing.done ??= closeWhenDone()),
  };
}

/**
 * Tries again while another writer holds the database.
 *
 * The wait is mostly ours and not SQLite's, whose own blocks the whole process: heartbeats to Discord would stop with it, and
 * a second connection in the same process could never finish what is waited for.
 */
async function tryWhileBusy<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    await setTimeout(PAUSE_MS);
  }
  return work();
}

function createDialect({ database, log }: ConnectionOptions, place: string): Dialect {
  try {
    if (database.kind === 'sqlite') return createSqliteDialect(database.file, BLOCKING_WAIT_MS);
    return createPostgresDialect(database.url, (error) =>
      log?.warn('a database connection broke', { error: error.message }),
    );
  } catch (error) {
    throw translateDatabaseError(error, place);
  }
}
