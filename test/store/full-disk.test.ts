import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { UnavailableError } from '../../src/ports/errors.js';
import { createCipher } from '../../src/store/cipher.js';
import { type Connection, connect } from '../../src/store/connection.js';
import { createCounts } from '../../src/store/counts.js';
import { createLedger } from '../../src/store/ledger.js';
import { migrateConnection } from '../../src/store/migrate.js';
import type { ReadBatch } from '../../src/store/store.js';
import { aBatch, aFlag, flagsOnly, GUILD } from './store-samples.js';

/** Five messages with a flag whose text takes more pages than are left. */
const batch = (n: number): ReadBatch => ({
  ...aBatch(10 * n, 10 * n + 4),
  flags: flagsOnly(aFlag(n, { text: 'а'.repeat(20_000) })).flags,
});

describe('a SQLite database whose disk is full', () => {
  const cipher = createCipher(new Uint8Array(32));
  let folder: string;
  let connection: Connection;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'didbon-full-'));
    connection = connect({ database: { kind: 'sqlite', file: join(folder, 'data', 'didbon.sqlite') } });
    await migrateConnection(connection, 'test');
  });

  afterEach(async () => {
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const leavePages = (free: number) =>
    connection.run(async (db) => {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
      await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + free}`).execute(db);
    });

  it.each([
    ['one after the other', 1],
    ['at once', 4],
  ])('says so, keeps what it had, and takes all of it later: batches that come %s', async (_name, atOnce) => {
    const [ledger, counts] = [createLedger(connection, cipher), createCounts(connection, cipher)];
    await ledger.commit(batch(1));
    await leavePages(3);

    const numbers = Array.from({ length: atOnce }, (_, n) => n + 2);
    const outcomes = await Promise.allSettled(numbers.map((n) => ledger.commit(batch(n))));
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        reason: expect.any(UnavailableError),
        status: 'rejected',
      });
    await expect(ledger.commit(batch(2))).rejects.toThrow('no space left for the database');
    expect(await counts.total(GUILD)).toBe(5);

    await leavePages(10_000);
    for (const n of [1, ...numbers]) await ledger.commit(batch(n));
    expect(await counts.total(GUILD)).toBe(5 + 5 * atOnce);
    const { rows } = await connection.run((db) => sql`select id from flag`.execute(db));
    expect(rows).toHaveLength(1 + atOnce);
  });
});
