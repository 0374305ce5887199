import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More than the store has statements; multi-row inserts differ by their number of rows. */
const CAPACITY = 128;

/**
 * Prepares each statement once. libsql frees a statement's memory only when it is collected as garbage, which is late: a
 * busy bot would hold tens of thousands of them. The ones least lately used are let go.
 */
export function reuseStatements(database: SqliteDatabase): SqliteDatabase {
  const known = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => {
      const statement = known.get(sql) ?? database.prepare(sql);
      known.delete(sql);
      known.set(sql, statement);
      const [oldest] = known.keys();
      if (known.size > CAPACITY && oldest !== undefined) known.delete(oldest);
      return statement;
    },
    close: () => {
      known.clear();
      database.close();
    },
  };
}
