import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { openStore } from '../../src/store/open-store.js';
import { settingsFolder } from '../settings/settings-folder.js';
import { SAMPLE_KEY } from '../store/store-bench.js';
import { aBatch, CHANNEL } from '../store/store-samples.js';
import { trainedPack } from './a-pack.js';
import { runCli } from './run-cli.js';

const GUILD = '400000000000000001';
const YAML = `communities:\n  "${GUILD}":\n    moderatorChannel: "600000000000000001"\n`;
const ENV = { DIDBON_KEY: '5a'.repeat(32), DIDBON_PACK_DIR: trainedPack() };

async function aDatabase(): Promise<string> {
  const cwd = settingsFolder({ yaml: YAML });
  const store = await openStore({
    database: { kind: 'sqlite', file: join(cwd, 'data', 'didbon.sqlite') },
    key: SAMPLE_KEY,
  });
  await store.ledger.commit(aBatch(1, 5, { guildId: toSnowflake(GUILD) }));
  await store.close();
  return cwd;
}

describe.each([['coverage'], ['report'], ['budget', '--alerts-per-day', '5']])('%s', (...command) => {
  it('says that nothing has been read yet, and makes no database', async () => {
    const cwd = settingsFolder({ yaml: YAML });
    const { code, err } = await runCli(command, { cwd, env: ENV });
    expect(err).toContain('nothing has been read');
    expect(code).toBe(1);
    expect(readdirSync(cwd)).not.toContain('data');
  });

  it('names the communities that there are when asked for another', async () => {
    const { code, err } = await runCli([...command, '--guild', '400000000000000002'], {
      cwd: await aDatabase(),
      env: ENV,
    });
    expect(err).toContain(`no community 400000000000000002 is configured; there are ${GUILD}`);
    expect(code).toBe(2);
  });
});

it('coverage shows what was read of each channel', async () => {
  const { code, out } = await runCli(['coverage', '--json'], { cwd: await aDatabase(), env: ENV });
  expect(JSON.parse(out)).toMatchObject({ guild: GUILD, channel: CHANNEL, gaps: [], ranges: [expect.anything()] });
  expect(code).toBe(0);
});

it('report shows what was counted', async () => {
  const { code, out } = await runCli(['report', '--json', '--last', '99w'], { cwd: await aDatabase(), env: ENV });
  expect(JSON.parse(out)).toMatchObject({ guildId: GUILD, messages: { assessed: 5 }, channels: { covered: 1 } });
  expect(code).toBe(0);
});

it('budget goes by what was read, and shows what it would cost on the written cases', async () => {
  const { code, out } = await runCli(['budget', '--alerts-per-day', '5', '--last', '99w'], {
    cwd: await aDatabase(),
    env: ENV,
  });
  expect(out).toContain('The alerts keep to 5 a day as it is.');
  expect(out).toContain('recall given up on written cases');
  expect(out).toMatch(/0 of \d+ calls/);
  expect(out).toContain('Days in which messages were read, and which this goes by: 1');
  expect(code).toBe(0);
});
