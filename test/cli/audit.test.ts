import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { openStore } from '../../src/store/open-store.js';
import { settingsFolder } from '../settings/settings-folder.js';
import { SAMPLE_KEY } from '../store/store-bench.js';
import { aFlag, flagsOnly, NOON } from '../store/store-samples.js';
import { runCli } from './run-cli.js';

const GUILD = toSnowflake('400000000000000001');
const MODERATOR = toSnowflake('876543210987654321');
const YAML = `communities:\n  "${GUILD}":\n    moderatorChannel: "600000000000000001"\n`;

/** A folder whose database holds two verdicts. */
async function twoVerdicts(): Promise<string> {
  const cwd = settingsFolder({ yaml: YAML });
  const store = await openStore({ database: { kind: 'sqlite', file: fileOf(cwd) }, key: SAMPLE_KEY });
  for (const n of [1, 2]) {
    await store.ledger.commit({ ...flagsOnly(aFlag(n, { guildId: GUILD })), guildId: GUILD });
    await store.alerts.decide(`flag-${n}`, { kind: 'confirmed', by: MODERATOR, at: NOON });
  }
  await store.close();
  return cwd;
}

const fileOf = (cwd: string) => join(cwd, 'data', 'didbon.sqlite');
const didbon = (cwd: string, ...args: readonly string[]) => runCli(args, { cwd, env: { DIDBON_KEY: '5a'.repeat(32) } });

describe('audit', () => {
  it('shows who did what under pseudonyms, and their ids when asked to', async () => {
    const cwd = await twoVerdicts();
    const plain = await didbon(cwd, 'audit');
    expect(plain.out).toContain('verdict=confirmed');
    expect(plain.out).not.toContain(MODERATOR);
    const { out } = await didbon(cwd, 'audit', '--last', '1', '--reveal', '--json', '--guild', GUILD);
    expect(JSON.parse(out)).toMatchObject({
      seq: 2,
      actor: MODERATOR,
      subject: { kind: 'alert', pseudonym: 'flag-2' },
    });
  });

  it('says that every row is as it was written', async () => {
    const { code, out } = await didbon(await twoVerdicts(), 'audit', 'verify');
    expect(out).toContain(`community ${GUILD}: 2 rows, as they were written`);
    expect(code).toBe(0);
  });

  it('names the first row that is not, and ends with 1', async () => {
    const cwd = await twoVerdicts();
    const database = new Database(fileOf(cwd));
    database.prepare("update audit_entry set action = 'claim' where seq = 2").run();
    database.close();
    const { code, out } = await didbon(cwd, 'audit', 'verify');
    expect(out).toContain(`community ${GUILD}: row 2: the row was changed after it was written`);
    expect(code).toBe(1);
  });

  it('is exported with pseudonyms into a file that only its owner may read, and says so in the log', async () => {
    const cwd = await twoVerdicts();
    expect((await didbon(cwd, 'audit', 'export', '--out', 'log.jsonl')).code).toBe(0);
    const text = readFileSync(join(cwd, 'log.jsonl'), 'utf8');
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject([
      { seq: 1, action: 'verdict' },
      { seq: 2, action: 'verdict' },
    ]);
    expect(text).not.toContain(MODERATOR);
    expect(statSync(join(cwd, 'log.jsonl')).mode & 0o777).toBe(0o600);
    expect((await didbon(cwd, 'audit', 'list')).out).toContain('what=audit');
  });

  it('replaces no file', async () => {
    const cwd = await twoVerdicts();
    writeFileSync(join(cwd, 'log.jsonl'), 'mine');
    const { code, err } = await didbon(cwd, 'audit', 'export', '--out', 'log.jsonl');
    expect(err).toContain('log.jsonl exists already; name a new file');
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'log.jsonl'), 'utf8')).toBe('mine');
  });

  it.each([
    [['audit', '--last', '0'], 'a whole number from 1 to 100000'],
    [['audit', '--guild', 'abc'], 'a Discord id: 17 to 20 digits'],
    [['audit', 'export'], "required option '--out <file>' not specified"],
  ])('explains what is wrong with %j', async (args, message) => {
    const { code, err } = await didbon(await twoVerdicts(), ...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
