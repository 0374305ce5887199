import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { readPack } from '../../src/packs/read-pack.js';
import { openStore } from '../../src/store/open-store.js';
import { settingsFolder } from '../settings/settings-folder.js';
import { SAMPLE_KEY } from '../store/store-bench.js';
import { aBatch, aFlag } from '../store/store-samples.js';
import { trainedPack } from './a-pack.js';
import { runCli } from './run-cli.js';

/** Packs are trained, read and tried here, which takes seconds each where the machine is busy. */
jest.setTimeout(60_000);

const GUILD = toSnowflake('400000000000000001');
const COMMUNITY = `communities:\n  "${GUILD}":\n    moderatorChannel: "600000000000000001"\n`;
const ALL_DAYS = ['--days', '3650'];

/** A community whose moderators decided on 60 alerts: 40 calls, and 20 false alarms that scored less. */
async function aDecidedCommunity(yaml = '') {
  const [cwd, pack] = [settingsFolder({ yaml: `${COMMUNITY}${yaml}` }), trainedPack()];
  const store = await openStore({
    database: { kind: 'sqlite', file: join(cwd, 'data', 'didbon.sqlite') },
    key: SAMPLE_KEY,
  });
  const named = readPack(pack).parts.pack;
  const flags = Array.from({ length: 60 }, (_, n) =>
    aFlag(n, { guildId: GUILD, language: 'ru', score: n < 40 ? 4 + n / 40 : 1 + n / 100, pack: named }),
  );
  await store.ledger.commit(aBatch(0, 59, { guildId: GUILD, flags }));
  for (const [n, { id }] of flags.entries())
    await store.alerts.decide(id, { kind: n < 40 ? 'confirmed' : 'false-alarm', by: GUILD, at: new Date() });
  await store.close();
  const env = { DIDBON_KEY: '5a'.repeat(32), DIDBON_PACK_DIR: pack };
  return { cwd, pack, run: (...args: string[]) => runCli(args, { cwd, env }) };
}

describe('didbon learn', () => {
  it('reports how often alerts were right, by what stood in them', async () => {
    const { run } = await aDecidedCommunity();
    const { out, code } = await run('learn', 'report');
    expect(out).toMatch(/language .* ru .* 40 of 60 .* 53–79 %/);
    expect(out).toMatch(/term .* group: sample .* 40 of 60/);
    expect(out).toContain('Nothing to weaken or retire');
    expect(code).toBe(0);
  });

  it('says that nothing was decided', async () => {
    const cwd = settingsFolder({ yaml: COMMUNITY });
    const { out } = await runCli(['learn', 'report'], { cwd, env: { DIDBON_KEY: '5a'.repeat(32) } });
    expect(out).toBe('no alert was decided in the last 90 days\n');
  });

  it('writes refitted thresholds into the working copy, from where training takes them', async () => {
    const { pack, run } = await aDecidedCommunity();
    const before = readFileSync(join(pack, 'pack.yaml'), 'utf8');
    const { out } = await run('learn', 'thresholds', ...ALL_DAYS);
    expect(out).toMatch(/russian: 1 → \d\.\d+: 20 of 20 false alarms spared, 0 of 40 confirmed calls missed/);
    expect(readFileSync(join(pack, 'pack.yaml'), 'utf8')).toBe(before);

    const written = await run('learn', 'thresholds', '--write', ...ALL_DAYS);
    const least = /1 → (\d\.\d+)/.exec(written.out)?.[1];
    expect(readFileSync(join(pack, 'pack.yaml'), 'utf8')).toContain(`leastThresholds:\n  russian: ${least}\n`);
    expect((await run('train')).out).toContain(`russian: alerts from ${least}`);
    expect((await run('audit')).out).toContain('refit');
  });

  it('exports no text without permission, and names the policy', async () => {
    const { cwd, run } = await aDecidedCommunity();
    const { err, code } = await run('learn', 'export', '--out', 'examples');
    expect(err).toContain("Discord's Developer Policy forbids training models on message content");
    expect(code).toBe(2);
    expect(readdirSync(cwd)).not.toContain('examples');
  });

  it('exports decided texts with where they come from, once it may', async () => {
    const { cwd, run } = await aDecidedCommunity('learning: { fromMessages: true }\n');
    const { out } = await run('learn', 'export', '--out', 'examples');
    expect(out).toContain('60 of 60 decided texts are examples');
    const written = readFileSync(join(cwd, 'examples/from-verdicts-russian.yaml'), 'utf8');
    expect(written).toMatch(/"source": "confirmed on \d{4}-\d\d-\d\d in community [\w-]{12}"/);
    expect(written).not.toContain(GUILD);
  });
});
