import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { settingsFolder } from '../settings/settings-folder.js';
import { aFlag, CARD, flagsOnly, minutesLater, NOON } from '../store/store-samples.js';
import { runCli } from './run-cli.js';

const GUILD = toSnowflake('400000000000000001');
const OTHER = toSnowflake('400000000000000002');
const AUTHOR = toSnowflake('700000000000000001');
const YAML = `communities:\n  "${GUILD}":\n    moderatorChannel: "600000000000000001"\n`;

const fileOf = (cwd: string) => join(cwd, 'data', 'didbon.sqlite');
const keyOf = (cwd: string) => join(cwd, '.config', 'didbon', 'key');
const didbon = (cwd: string, ...args: readonly string[]) => runCli(args, { cwd });

async function inStore<T>(cwd: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({
    database: { kind: 'sqlite', file: fileOf(cwd) },
    key: { kind: 'file', path: keyOf(cwd) },
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A folder whose database holds flags 1 and 2 in one community and 3 in another, and a backup of it. */
async function aBackup(): Promise<string> {
  const cwd = settingsFolder({ yaml: YAML });
  await inStore(cwd, async ({ ledger, alerts }) => {
    const own = { guildId: GUILD };
    await ledger.commit({ ...flagsOnly(aFlag(1, { ...own, authorId: AUTHOR }), aFlag(2, own)), ...own });
    await ledger.commit({ ...flagsOnly(aFlag(3, { guildId: OTHER })), guildId: OTHER });
    await alerts.markPosted('flag-1', CARD, NOON);
  });
  expect((await didbon(cwd, 'backup', 'copy')).code).toBe(0);
  return cwd;
}

const withText = (cwd: string) =>
  inStore(cwd, async ({ alerts }) => {
    const found = await Promise.all(['flag-1', 'flag-2', 'flag-3'].map((id) => alerts.find(id)));
    return found.flatMap((alert) => (alert?.flag.text === undefined ? [] : [alert.id]));
  });

describe('backup', () => {
  it('writes the database into a file that only its owner may read, without the key', async () => {
    const cwd = await aBackup();
    expect((statSync(join(cwd, 'copy')).mode & 0o777).toString(8)).toBe('600');
    const copy = readFileSync(join(cwd, 'copy'));
    const key = Buffer.from(readFileSync(keyOf(cwd), 'utf8'), 'base64');
    for (const secret of [key, key.toString('base64'), key.toString('hex'), AUTHOR, 'flat sample'])
      expect(copy.includes(secret)).toBe(false);
    expect((await didbon(cwd, 'audit')).out).toContain('backup');
  });

  it('replaces no file', async () => {
    const cwd = await aBackup();
    const { code, err } = await didbon(cwd, 'backup', 'copy');
    expect(err).toContain('copy exists already; name a new file');
    expect(code).toBe(2);
  });

  it('says that a folder is not there', async () => {
    const { code, err } = await didbon(await aBackup(), 'backup', 'nowhere/copy');
    expect(err).toContain('nowhere/copy lies in a folder that does not exist');
    expect(code).toBe(2);
  });

  it('leaves PostgreSQL to its own means', async () => {
    const cwd = await aBackup();
    const env = { DIDBON_DATABASE_URL: 'postgres://localhost:1/none' };
    const { code, err } = await runCli(['restore', 'copy'], { cwd, env });
    expect(err).toContain('pg_restore');
    expect(code).toBe(1);
  });
});

describe('restore', () => {
  it('puts the backup in place where the database was lost', async () => {
    const cwd = await aBackup();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${fileOf(cwd)}${suffix}`, { force: true });
    const { code, out } = await didbon(cwd, 'restore', 'copy');
    expect(out).toContain('0 wishes');
    expect(code).toBe(0);
    expect(await withText(cwd)).toEqual(['flag-1', 'flag-2', 'flag-3']);
    expect((statSync(fileOf(cwd)).mode & 0o777).toString(8)).toBe('600');
    expect((await didbon(cwd, 'audit', 'verify')).code).toBe(0);
  });

  it('replaces a database only when that is meant', async () => {
    const cwd = await aBackup();
    await inStore(cwd, ({ ledger }) => ledger.commit({ ...flagsOnly(aFlag(9, { guildId: GUILD })), guildId: GUILD }));
    expect((await didbon(cwd, 'restore', 'copy')).err).toContain('add --replace');
    expect((await didbon(cwd, 'restore', 'copy', '--replace')).code).toBe(0);
    expect(await inStore(cwd, ({ alerts }) => alerts.find('flag-9'))).toBeUndefined();
  });

  it('forgets again what was forgotten since, and has the cards say so', async () => {
    const cwd = await aBackup();
    await didbon(cwd, 'forget', 'user', AUTHOR);
    await didbon(cwd, 'forget', 'guild', OTHER, '--yes');
    expect((await didbon(cwd, 'restore', 'copy', '--replace')).out).toContain('2 wishes');
    expect(await withText(cwd)).toEqual(['flag-2']);
    const stale = await inStore(cwd, ({ staleCards }) => staleCards.list(GUILD, 5));
    expect(stale.map(({ alert }) => alert.id)).toEqual(['flag-1']);
    expect((await didbon(cwd, 'audit', 'verify')).code).toBe(0);
    expect((await didbon(cwd, 'restore', 'copy', '--replace')).out).toContain('2 wishes');
  });

  it('opens a backup of before the key was changed, with the old key beside it', async () => {
    const cwd = await aBackup();
    expect((await didbon(cwd, 'key', 'rotate')).code).toBe(0);
    expect((await didbon(cwd, 'restore', 'copy', '--replace')).code).toBe(0);
    expect(await withText(cwd)).toEqual(['flag-1', 'flag-2', 'flag-3']);
    rmSync(`${keyOf(cwd)}.old`);
    const refused = await didbon(cwd, 'restore', 'copy', '--replace');
    expect(refused.err).toContain('is not the key');
    expect(refused.code).toBe(2);
    expect(await withText(cwd)).toEqual(['flag-1', 'flag-2', 'flag-3']);
  });

  it('replaces a damaged database, and says that what was forgotten is not known', async () => {
    const cwd = await aBackup();
    writeFileSync(fileOf(cwd), 'no database at all. '.repeat(400));
    for (const suffix of ['-wal', '-shm']) rmSync(`${fileOf(cwd)}${suffix}`, { force: true });
    const { code, err } = await didbon(cwd, 'restore', 'copy', '--replace');
    expect(err).toContain('is not known');
    expect(code).toBe(0);
    expect(await withText(cwd)).toHaveLength(3);
  });

  it.each([
    ['is not there', undefined, 'there is no file nowhere', 2],
    ['is no database', 'no database at all. '.repeat(400), 'is damaged', 1],
  ])('leaves everything as it is where the backup %s', async (_what, contents, message, exit) => {
    const cwd = await aBackup();
    if (contents !== undefined) writeFileSync(join(cwd, 'nowhere'), contents);
    const { code, err } = await didbon(cwd, 'restore', 'nowhere', '--replace');
    expect(err).toContain(message);
    expect(code).toBe(exit);
    expect(await withText(cwd)).toHaveLength(3);
  });
});

describe('what must not happen beside a running bot', () => {
  it.each([[['key', 'rotate']], [['restore', 'copy', '--replace']]])('%j is refused', async (args) => {
    const cwd = await aBackup();
    const key = readFileSync(keyOf(cwd), 'utf8');
    const { code, err } = await inStore(cwd, async ({ lease }) => {
      await lease.acquire('bot', 'elsewhere/1/bot', new Date(), 600_000);
      return await didbon(cwd, ...args);
    });
    expect(err).toContain('another didbon is running');
    expect(code).toBe(1);
    expect(readFileSync(keyOf(cwd), 'utf8')).toBe(key);
    expect(existsSync(`${keyOf(cwd)}.new`)).toBe(false);
  });

  it('works again once the bot has stopped', async () => {
    const cwd = await aBackup();
    await inStore(cwd, ({ lease }) => lease.acquire('bot', 'elsewhere/1/bot', minutesLater(-60), 1));
    expect((await didbon(cwd, 'key', 'rotate')).code).toBe(0);
    expect(await withText(cwd)).toHaveLength(3);
  });
});
