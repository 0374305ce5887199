import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kysely, sql } from 'kysely';
import type { Schema } from '../../src/store/schema.js';
import { shareCommits } from '../../src/store/share-commits.js';
import { createSqliteDialect } from '../../src/store/sqlite-dialect.js';

const folder = mkdtempSync(join(tmpdir(), 'didbon-commits-'));
const db = new Kysely<Schema>({ dialect: createSqliteDialect(join(folder, 'commits.sqlite'), 1_000) });

beforeAll(async () => {
  await sql`create table note (id integer primary key)`.execute(db);
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

async function noted(): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select id from note order by id`.execute(db);
  return rows.map(({ id }) => id);
}

describe('transactions that share a commit', () => {
  it('fail for their own fault only: one that breaks a rule undoes itself, and those beside it stand', async () => {
    const write = shareCommits(db, (work) => work());
    const note = (...ids: readonly number[]) =>
      write(async (trx) => {
        for (const id of ids) await sql`insert into note values (${id})`.execute(trx);
        return ids.length;
      });
    const outcomes = await Promise.allSettled([note(1), note(2, 1), note(3)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await noted()).toEqual([1, 3]);
  });

  it('are refused together where nothing can be begun, but not who came later', async () => {
    let isLocked = true;
    const late: Promise<number>[] = [];
    const write = shareCommits(db, async (work) => {
      if (!isLocked) return work();
      isLocked = false;
      late.push(write(async () => 2));
      throw new Error('database is locked');
    });
    await expect(write(async () => 1)).rejects.toThrow('locked');
    expect(await Promise.all(late)).toEqual([2]);
  });
});
