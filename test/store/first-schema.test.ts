import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { DatabasePlace } from '../../src/store/database-place.js';
import { migrate } from '../../src/store/migrate.js';
import { MIGRATIONS } from '../../src/store/migrations.js';
import { openStore } from '../../src/store/open-store.js';
import { createPostgresDatabase, hasPostgres } from './postgres-bench.js';
import { SAMPLE_KEY } from './store-bench.js';
import { aBatch, aFlag, CARD, CHANNEL, flagsOnly, GUILD, idOf, minutesLater, NOON, rangeOf } from './store-samples.js';

const DUMP = readFileSync(join(import.meta.dirname, 'released', 'first-schema.sql'), 'utf8');

interface OldDatabase {
  readonly place: DatabasePlace;
  drop(): Promise<void>;
}

async function onSqlite(): Promise<OldDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-first-schema-'));
  const file = join(folder, 'data', 'didbon.sqlite');
  mkdirSync(join(folder, 'data'));
  const database = new Database(file);
  database.exec(DUMP);
  database.close();
  return { place: { kind: 'sqlite', file }, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function onPostgres(): Promise<OldDatabase> {
  const { url, ask, drop } = await createPostgresDatabase();
  await ask(DUMP);
  return { place: { kind: 'postgres', url }, drop };
}

const kinds = [['SQLite', onSqlite], ...((await hasPostgres()) ? [['PostgreSQL', onPostgres] as const] : [])] as const;

describe('a database of the first schema', () => {
  it.each(kinds)('is brought up to this program on %s, with all that it holds', async (_name, open) => {
    const { place, drop } = await open();
    try {
      expect(await migrate({ database: place })).toEqual(Object.keys(MIGRATIONS).slice(3));
      const store = await openStore({ database: place, key: SAMPLE_KEY });
      try {
        expect(await store.counts.total(GUILD)).toBe(7 + 7);
        expect(await store.ledger.ranges(CHANNEL)).toEqual([rangeOf(1, 5)]);
        expect(await store.ledger.gaps(GUILD)).toEqual([
          { channelId: CHANNEL, from: idOf(80), to: idOf(90), reason: 'outage' },
        ]);
        expect(await store.reportPosts.list(GUILD)).toEqual([
          { id: '2026-02-23-week-4001', isPosted: true },
          { id: '2026-03-02-week-4001', isPosted: false },
        ]);
        expect(await store.lease.holder('bot')).toBe('vm/1/first');

        const decided = await store.alerts.find('flag-1');
        expect(decided).toMatchObject({ card: CARD, verdict: { kind: 'confirmed', by: '8001', at: NOON } });
        expect(decided?.flag).toEqual(aFlag(1));
        const due = await store.alerts.due(GUILD, minutesLater(1), 10);
        expect(due.map(({ id, triedAt }) => [id, triedAt])).toEqual([
          ['flag-2', NOON],
          ['flag-3', undefined],
        ]);
        expect(await store.alerts.support('flag-3', aFlag(1).authorId, NOON)).toBe('second');
        expect((await store.erasure.held(GUILD, aFlag(1).authorId)).flags).toHaveLength(3);

        // What was read and flagged then is known now.
        expect(await store.ledger.commit({ ...aBatch(1, 5), flags: flagsOnly(aFlag(9, aFlag(1))).flags })).toEqual({
          counted: 0,
          newFlags: [],
        });
        expect(await store.ledger.commit(aBatch(6, 8, { flags: [aFlag(6)], campaignsOpenForMs: 1 }))).toMatchObject({
          counted: 3,
          newFlags: [{ id: 'flag-6' }],
        });
        expect((await store.audit.verify()).filter(({ fault }) => fault !== undefined)).toEqual([]);
      } finally {
        await store.close();
      }
    } finally {
      await drop();
    }
  });
});
