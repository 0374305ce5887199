import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  RawNode,
  SelectQueryNode,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import Database from 'libsql';
import { reuseStatements } from './reuse-statements.js';

/** How long opening waits for another process; the one wait that blocks this one. */
const OPENING_TIMEOUT_MS = 5_000;

/**
 * Opens the file, making it and its folder where they do not exist, readable by nobody else.
 *
 * Later statements wait `busyTimeoutMs` for another writer, and block this process while they do, for libsql is synchronous:
 * keep it short and try again.
 */
export function createSqliteDialect(file: string, busyTimeoutMs: number): Dialect {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  tighten(file);
  const database = new Database(file, { timeout: OPENING_TIMEOUT_MS });
  try {
    prepareDatabase(database, busyTimeoutMs);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    createDriver: () => new ImmediateSqliteDriver(database),
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
  database.pragma(`busy_timeout = ${OPENING_TIMEOUT_MS}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  database.pragma(`busy_timeout = ${busyTimeoutMs}`);
}

/**
 * Every write begins a transaction that takes the write lock at once, and so does each statement that writes by itself.
 *
 * Begun deferred, as Kysely does, a second writer fails when it first writes (SQLITE_BUSY_SNAPSHOT, which no timeout waits
 * out). And libsql leaves a prepared statement that was refused the lock unfinished until it is collected as garbage: the
 * connection then goes on reading an old snapshot and cannot commit («SQL statements in progress»). So only `exec`, which
 * finishes what it began, may meet the lock.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: Database.Database;
  #connection: DatabaseConnection | undefined;

  constructor(database: Database.Database) {
    super({ database: reuseStatements(database) });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const inner = await super.acquireConnection();
    this.#connection ??= {
      executeQuery: <Row>(query: CompiledQuery) => this.#execute<Row>(inner, query),
      streamQuery: (query, chunkSize) => inner.streamQuery(query, chunkSize),
    };
    return this.#connection;
  }

  override async beginTransaction(): Promise<void> {
    this.#database.exec('begin immediate');
  }

  override async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
  }

  /** SQLite may have rolled back by itself, as it does when the disk is full; the first fault is the one to report. */
  override async rollbackTransaction(): Promise<void> {
    if (this.#inTransaction()) this.#database.exec('rollback');
  }

  /** libsql closes for good only when its statements are collected as garbage, so the -wal file must be emptied before. */
  override async destroy(): Promise<void> {
    try {
      if (this.#database.open) this.#database.pragma('wal_checkpoint(truncate)');
    } finally {
      await super.destroy();
    }
  }

  /** libsql ends the process where a closed database is asked this. */
  #inTransaction(): boolean {
    return this.#database.open && this.#database.inTransaction;
  }

  async #execute<Row>(inner: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
    const locks = !this.#inTransaction() && !SelectQueryNode.is(query.query) && !RawNode.is(query.query);
    if (!locks) return inner.executeQuery<Row>(query);
    await this.beginTransaction();
    try {
      const result = await inner.executeQuery<Row>(query);
      await this.commitTransaction();
      return result;
    } catch (error) {
      await this.rollbackTransaction();
      throw error;
    }
  }
}

/** SQLite rolls schema changes back like any other; with this Kysely's migrator looks and migrates in one transaction, so that two processes may start at once. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
