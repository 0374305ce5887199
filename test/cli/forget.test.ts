import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { openStore } from '../../src/store/open-store.js';
import { settingsFolder } from '../settings/settings-folder.js';
import { SAMPLE_KEY } from '../store/store-bench.js';
import { aFlag, flagsOnly } from '../store/store-samples.js';
import { runCli } from './run-cli.js';

const [HERE, THERE] = [toSnowflake('400000000000000001'), toSnowflake('400000000000000002')];
const AUTHOR = toSnowflake('700000000000000001');
const YAML = `communities:\n  "${HERE}":\n    moderatorChannel: "600000000000000001"\n`;

/** A folder whose database holds a flag of the author in two communities. */
async function twoFlags(): Promise<string> {
  const cwd = settingsFolder({ yaml: YAML });
  const store = await openStore({
    database: { kind: 'sqlite', file: join(cwd, 'data', 'didbon.sqlite') },
    key: SAMPLE_KEY,
  });
  for (const [n, guildId] of [HERE, THERE].entries())
    await store.ledger.commit({ ...flagsOnly(aFlag(n, { guildId, authorId: AUTHOR })), guildId });
  await store.close();
  return cwd;
}

const didbon = (cwd: string, ...args: readonly string[]) => runCli(args, { cwd, env: { DIDBON_KEY: '5a'.repeat(32) } });

async function held(cwd: string): Promise<readonly string[]> {
  const { out } = await didbon(cwd, 'export', 'user', AUTHOR);
  const { communities }: { communities: { guild: string; flags: { flag: { text?: string } }[] }[] } = JSON.parse(out);
  return communities.flatMap(({ guild, flags }) => flags.map(({ flag }) => `${guild} ${flag.text}`));
}

describe('export user', () => {
  it('writes what is held in every community, decrypted, into a file of its own', async () => {
    const cwd = await twoFlags();
    expect(await held(cwd)).toEqual([`${HERE} flat sample number 0`, `${THERE} flat sample number 1`]);
    expect((await didbon(cwd, 'export', 'user', AUTHOR, '--guild', HERE, '--out', 'held.json')).code).toBe(0);
    expect(statSync(join(cwd, 'held.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(cwd, 'held.json'), 'utf8')).communities).toHaveLength(1);
    expect((await didbon(cwd, 'audit')).out).toContain('what=user');
  });

  it('writes an empty list for somebody of whom nothing is held', async () => {
    const { code, out } = await didbon(await twoFlags(), 'export', 'user', '700000000000000009');
    expect(JSON.parse(out)).toEqual({ user: '700000000000000009', communities: [] });
    expect(code).toBe(0);
  });
});

describe('forget', () => {
  it('erases what is held on a person everywhere, and may be said twice', async () => {
    const cwd = await twoFlags();
    const { code, out } = await didbon(cwd, 'forget', 'user', AUTHOR);
    expect(out).toContain(`community ${HERE}: 1 flags erased, 0 cards to be edited`);
    expect(out).toContain(`community ${THERE}: 1 flags erased`);
    expect(code).toBe(0);
    expect(await held(cwd)).toEqual([]);
    expect((await didbon(cwd, 'forget', 'user', AUTHOR)).out).toContain(`community ${HERE}: 0 flags erased`);
  });

  it('erases in one community where only that is named', async () => {
    const cwd = await twoFlags();
    await didbon(cwd, 'forget', 'user', AUTHOR, '--guild', THERE);
    expect(await held(cwd)).toEqual([`${HERE} flat sample number 0`]);
  });

  it('erases a whole community only when that is meant', async () => {
    const cwd = await twoFlags();
    const refused = await didbon(cwd, 'forget', 'guild', THERE);
    expect(refused.err).toContain('add --yes if that is meant');
    expect(refused.code).toBe(2);
    expect(await held(cwd)).toHaveLength(2);
    expect((await didbon(cwd, 'forget', 'guild', THERE, '--yes')).code).toBe(0);
    expect(await held(cwd)).toEqual([`${HERE} flat sample number 0`]);
  });

  it.each([
    [['forget', 'person', AUTHOR], 'Allowed choices are user, message, channel, guild'],
    [['forget', 'user', 'Anvar'], 'a Discord id: 17 to 20 digits'],
    [['forget', 'user', '99999999999999999999'], 'a Discord id: 17 to 20 digits'],
    [['forget', 'user', AUTHOR, '--guild', '400000000000000003'], 'nothing is held of a community 400000000000000003'],
  ])('explains what is wrong with %j', async (args, message) => {
    const { code, err } = await didbon(await twoFlags(), ...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
