import { describe, expect, it } from '@jest/globals';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { reuseStatements } from '../../src/store/reuse-statements.js';

describe('statements', () => {
  it('are prepared once, and again only after 128 others were used since', () => {
    const prepared: string[] = [];
    const database = reuseStatements(countingDatabase(prepared));
    for (let n = 0; n < 128; n += 1) database.prepare(`select ${n}`);
    const first = database.prepare('select 0');
    expect(prepared).toHaveLength(128);
    database.prepare('one more');
    expect(database.prepare('select 0')).toBe(first);
    database.prepare('select 1');
    expect(prepared.slice(128)).toEqual(['one more', 'select 1']);
  });
});

function countingDatabase(prepared: string[]): SqliteDatabase {
  return {
    close: () => undefined,
    prepare: (sql): SqliteStatement => {
      prepared.push(sql);
      return {
        reader: true,
        all: () => [],
        run: () => ({ changes: 0, lastInsertRowid: 0 }),
        iterate: () => [].values(),
      };
    },
  };
}
