import { type Dialect, Kysely, type Transaction } from 'kysely';
import type { Log } from '../ports/log.js';
import { type DatabasePlace, describePlace } from './database-place.js';
import { createPostgresDialect } from './postgres-dialect.js';
import type { Schema } from './schema.js';
import { createSqliteDialect } from './sqlite-dialect.js';
import { translateDatabaseError } from './translate-database-error.js';

export type ReadRows = Kysely<Schema>;
export type WriteRows = Transaction<Schema>;

/** One open database. Both functions throw UnavailableError, RefusedError or DamagedDatabaseError, never a driver's own error. */
export interface Connection {
  readonly db: Kysely<Schema>;
  /** One statement, or several that need not agree. */
  run<T>(statements: (db: ReadRows) => Promise<T>): Promise<T>;
  /** All or nothing. Nothing but its own statements may be awaited inside: other writers wait for it. */
  transact<T>(statements: (trx: WriteRows) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly database: DatabasePlace;
  readonly log?: Log | undefined;
  /** How long SQLite waits for another writer; 5,000 unless a test is in a hurry. */
  readonly busyTimeoutMs?: number | undefined;
}

/** Opens the database without looking at what is in it. */
export function connect(options: ConnectionOptions): Connection {
  const place = describePlace(options.database);
  const db = new Kysely<Schema>({ dialect: createDialect(options, place) });
  const translated = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw translateDatabaseError(error, place);
    }
  };
  return {
    db,
    run: (statements) => translated(() => statements(db)),
    transact: (statements) => translated(() => db.transaction().execute(statements)),
    close: () => translated(() => db.destroy()),
  };
}

function createDialect({ database, log, busyTimeoutMs }: ConnectionOptions, place: string): Dialect {
  try {
    if (database.kind === 'sqlite') return createSqliteDialect(database.file, busyTimeoutMs);
    return createPostgresDialect(database.url, (error) =>
      log?.warn('an idle database connection broke', { error: error.message }),
    );
  } catch (error) {
    throw translateDatabaseError(error, place);
  }
}
