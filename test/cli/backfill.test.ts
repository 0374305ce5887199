import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { firstIdAt, toSnowflake } from '../../src/domain/snowflake.js';
import { openStore } from '../../src/store/open-store.js';
import { settingsFolder } from '../settings/settings-folder.js';
import { SAMPLE_KEY } from '../store/store-bench.js';
import { CHANNEL } from '../store/store-samples.js';
import { runCli } from './run-cli.js';

const GUILD = toSnowflake('400000000000000001');
const YAML = `communities:\n  "${GUILD}":\n    moderatorChannel: "600000000000000001"\n`;
const ENV = { DIDBON_KEY: '5a'.repeat(32) };
const idAt = (day: string) => firstIdAt(new Date(`${day}T00:00:00Z`));

async function aDatabase() {
  const cwd = settingsFolder({ yaml: YAML });
  const open = () =>
    openStore({ database: { kind: 'sqlite', file: join(cwd, 'data', 'didbon.sqlite') }, key: SAMPLE_KEY });
  const store = await open();
  const past = { from: idAt('2026-01-01'), to: idAt('2026-02-01') };
  await store.ledger.nameGap(GUILD, CHANNEL, past, 'before-first-start', new Date('2026-02-01T00:00:00Z'));
  await store.close();
  const gaps = async () => {
    const again = await open();
    const found = await again.ledger.gaps(GUILD);
    await again.close();
    return found.map(({ reason }) => reason);
  };
  return { cwd, gaps };
}

describe('backfill', () => {
  it('asks for the days, and leaves the rest given up', async () => {
    const { cwd, gaps } = await aDatabase();
    const args = ['backfill', '--from', '2026-01-10', '--to', '2026-01-19', '--no-wait'];
    const { code, out } = await runCli(args, { cwd, env: ENV });
    expect(out).toContain('Asked for: 240 hours of channels');
    expect(code).toBe(0);
    expect(await gaps()).toEqual(['before-first-start', 'backfill', 'before-first-start']);
    await runCli(args, { cwd, env: ENV });
    expect(await gaps()).toEqual(['before-first-start', 'backfill', 'before-first-start']);
  });

  it('says when there is nothing to read', async () => {
    const { cwd } = await aDatabase();
    const { code, out } = await runCli(['backfill', '--from', '2026-03-01'], { cwd, env: ENV });
    expect(out).toContain('There is nothing to read there');
    expect(code).toBe(0);
  });

  it.each([
    ['no day', ['--from', 'yesterday'], 'expected a day such as 2026-10-01'],
    ['an end before its beginning', ['--from', '2026-01-10', '--to', '2026-01-01'], '--to lies before --from'],
  ])('refuses %s', async (_name, args, message) => {
    const { cwd } = await aDatabase();
    const { code, err } = await runCli(['backfill', ...args], { cwd, env: ENV });
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
