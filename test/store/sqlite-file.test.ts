import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { UnavailableError } from '../../src/ports/errors.js';
import { DamagedDatabaseError } from '../../src/store/damaged-database-error.js';
import { openStore } from '../../src/store/open-store.js';
import { SchemaBehindError } from '../../src/store/schema-behind-error.js';
import type { Store } from '../../src/store/store.js';
import { makeSqliteBench, type SqliteBench } from './sqlite-bench.js';
import { aBatch, aFlag, CARD, flagsOnly, GUILD, minutesLater, NOON } from './store-samples.js';

describe('a SQLite store', () => {
  let bench: SqliteBench;

  beforeEach(async () => {
    bench = await makeSqliteBench();
  });

  afterEach(() => bench.remove());

  it('is readable by its owner alone', async () => {
    await (await bench.open()).ledger.commit(aBatch(1, 5));
    const files = readdirSync(join(bench.folder, 'data'));
    expect(files).toContain('didbon.db-wal');
    for (const file of files) expect(modeOf(join(bench.folder, 'data', file))).toBe('600');
    expect(modeOf(join(bench.folder, 'data'))).toBe('700');
  });

  it('takes the permissions of others from a file that is there', async () => {
    mkdirSync(join(bench.folder, 'data'));
    writeFileSync(bench.file, '');
    chmodSync(bench.file, 0o644);
    await bench.open();
    expect(modeOf(bench.file)).toBe('600');
  });

  it('holds neither text nor ids of a flag in clear, in any of its files', async () => {
    const store = await bench.open();
    const channelId = toSnowflake('123456789012345678');
    const authorId = toSnowflake('234567890123456789');
    const [plain] = aFlag(1).reasons;
    const reasons = plain === undefined ? [] : [{ ...plain, gloss: 'planted-gloss' }];
    const flag = aFlag(1, { text: 'planted-text-of-a-message', channelId, authorId, reasons });
    const decider = toSnowflake('876543210987654321');
    await store.ledger.commit({ ...flagsOnly(flag), campaignsOpenForMs: 1 });
    await store.alerts.markPosted(flag.id, CARD, NOON);
    await store.alerts.decide(flag.id, { kind: 'confirmed', by: decider, at: NOON });
    const secrets = [flag.text ?? '', 'planted-gloss', flag.messageId, flag.authorId, flag.channelId, decider];
    for (const moment of ['open', 'closed']) {
      if (moment === 'closed') await store.close();
      const stored = readAll(bench);
      expect(stored.includes(flag.id)).toBe(true);
      expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
    }
  });

  it('leaves nothing of an erased flag in its files, not even the ciphertext', async () => {
    const store = await bench.open();
    await store.ledger.commit({ ...flagsOnly(aFlag(1)), campaignsOpenForMs: 3_600_000 });
    const flag = query(bench, 'select sealed, message_hash, text_hash from flag');
    const campaign = query(bench, 'select sealed, max(band_hash) as band from campaign, campaign_band');
    const values = [flag, campaign].flatMap((row) => Object.values(row).map(String));
    expect(values).toHaveLength(5);
    const found = () => values.filter((value) => readAll(bench).includes(value.slice(0, 40)));
    expect(found()).toEqual(values);
    const soon = minutesLater(1);
    await store.flags.eraseExpired(GUILD, {
      deletedBefore: soon,
      textBefore: soon,
      confirmedBefore: soon,
      countsBefore: new Date(0),
      auditBefore: new Date(0),
      now: soon,
    });
    expect(found()).toEqual([]);
  });

  it('notices rows whose contents were swapped, and still lists the others', async () => {
    const told: string[] = [];
    const log = {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: (_: string, fields: object = {}) => told.push(JSON.stringify(fields)),
    };
    const store = await bench.open({ log });
    await store.ledger.commit(flagsOnly(aFlag(1), aFlag(2), aFlag(3)));
    query(
      bench,
      "update flag set sealed = (select sealed from flag where id = 'flag-2') where id = 'flag-1' returning id",
    );
    await expect(store.alerts.find('flag-1')).rejects.toThrow(DamagedDatabaseError);
    expect((await store.alerts.due(GUILD, NOON, 10)).map((alert) => alert.id)).toEqual(['flag-2', 'flag-3']);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('flag-1');
  });

  it('is unavailable, in plain words, while another process keeps it locked, and works afterwards', async () => {
    const store = await bench.open({ busyTimeoutMs: 50 });
    const other = new Database(bench.file);
    other.exec('begin immediate');
    const commit = store.ledger.commit(aBatch(1, 5));
    await expect(commit).rejects.toThrow(UnavailableError);
    await expect(commit).rejects.toThrow('locked by another process');
    await expect(store.lease.acquire('bot', 'me', NOON, 1_000)).rejects.toThrow(UnavailableError);
    expect(await store.counts.total(GUILD)).toBe(0);
    other.exec('rollback');
    other.close();
    expect(await store.ledger.commit(aBatch(1, 5))).toMatchObject({ counted: 5 });
  });

  it('sees what another connection wrote after it was refused a lock', async () => {
    const store = await bench.open({ busyTimeoutMs: 50 });
    const second = await bench.open({ busyTimeoutMs: 50 });
    const other = new Database(bench.file);
    other.exec('begin immediate');
    await expect(store.ledger.commit(aBatch(1, 5))).rejects.toThrow(UnavailableError);
    other.exec('rollback');
    other.close();
    await second.ledger.commit(aBatch(1, 5));
    expect(await store.counts.total(GUILD)).toBe(5);
    expect(await store.ledger.commit(aBatch(4, 6))).toMatchObject({ counted: 1 });
  });

  it.each([
    ['is no database', 'this is a text, and no database at all. '.repeat(400)],
    ['was cut short', undefined],
  ])('says that a file is damaged which %s', async (_name, contents) => {
    await fill(await bench.open());
    const stored = readFileSync(bench.file);
    writeFileSync(bench.file, contents ?? stored.fill(7, 200));
    await expect(openStore(bench)).rejects.toThrow(DamagedDatabaseError);
    await expect(openStore(bench)).rejects.toThrow('Restore a backup');
  });

  it('says that the program is too old for a database that a newer one made', async () => {
    await (await bench.open()).close();
    query(bench, "insert into kysely_migration values ('9999-future', '2030-01-01T00:00:00.000Z') returning name");
    await expect(bench.open()).rejects.toThrow(SchemaBehindError);
    await expect(bench.open()).rejects.toThrow('newer Didbon');
  });

  it('may be opened by many at once for the very first time', async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => bench.open()));
    await Promise.all(stores.map((store) => store.ledger.commit(aBatch(1, 5))));
    expect(await stores[3]?.counts.total(GUILD)).toBe(5);
  });
});

async function fill(store: Store): Promise<void> {
  await store.ledger.commit(aBatch(1, 50, { flags: [aFlag(1)] }));
  await store.close();
}

function quiet(): void {}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

/** Every byte of every file beside the database. */
function readAll({ file }: SqliteBench): string {
  const folder = join(file, '..');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}

/** The first row of a statement, through a connection of its own. */
function query({ file }: SqliteBench, statement: string): object {
  const database = new Database(file);
  try {
    const [row] = database.prepare(statement).all();
    return typeof row === 'object' && row !== null ? row : {};
  } finally {
    database.close();
  }
}
