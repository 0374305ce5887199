import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import Database from 'libsql';

const BUSY_TIMEOUT_MS = 5_000;

/** Opens the file, making it and its folder where they do not exist, readable by nobody else. Waits up to 5 s for another writer. */
export function createSqliteDialect(file: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Dialect {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  tighten(file);
  const database = new Database(file, { timeout: busyTimeoutMs });
  try {
    prepareDatabase(database, busyTimeoutMs);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    createDriver: () => new ImmediateSqliteDriver({ database }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** SQLite gives the -wal and -shm files the mode of the database, so it is made with the right one before it is opened. */
function tighten(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
}

/** `synchronous = FULL`: a card that was posted is known also after a power cut. `secure_delete`: what was erased is overwritten. */
function prepareDatabase(database: Database.Database, busyTimeoutMs: number): void {
  database.pragma(`busy_timeout = ${busyTimeoutMs}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
}

/**
 * A transaction takes the write lock when it begins.
 *
 * Begun deferred, as Kysely does, a second writer fails when it first writes (SQLITE_BUSY_SNAPSHOT, which no timeout waits
 * out), and libsql then goes on reading the old snapshot and refuses writes for good.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite rolls schema changes back like any other; with this Kysely's migrator looks and migrates in one transaction, so that two processes may start at once. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
