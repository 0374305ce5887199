import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { emptyFolder, runCli } from './run-cli.js';

const COMMANDS = [
  'start',
  'run',
  'sandbox',
  'score',
  'replay',
  'doctor',
  'check',
  'report',
  'coverage',
  'migrate',
  'schema',
  'train',
  'evaluate',
  'budget',
  'lexicon collisions',
  'learn report',
  'learn thresholds',
  'learn export',
  'backtest',
  'shadow start',
  'shadow report',
  'shadow stop',
  'publish',
  'approve',
  'rollback',
  'packs',
];

describe('the command line', () => {
  it('lists every command', async () => {
    const { out, code } = await runCli(['--help']);
    expect([...out.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1])).toEqual(
      expect.arrayContaining(COMMANDS.map((name) => name.split(' ')[0])),
    );
    expect(out).toContain('Exit codes: 0 done, 1 failed, 2 wrong usage or configuration');
    expect(code).toBe(0);
  });

  test.each(COMMANDS)('%s explains itself with --help and an example', async (name) => {
    const { out, err, code } = await runCli([...name.split(' '), '--help']);
    expect(out).toMatch(new RegExp(`Usage: didbon ${name}`));
    expect(out).toMatch(/Examples?:\n {2}\$ (didbon|npm)/);
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });

  it('prints its version', async () => {
    expect(await runCli(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  test.each([
    ['no command', [], /Usage: didbon/],
    ['an unknown command', ['scor'], /unknown command 'scor'[\s\S]*score/],
    ['an unknown option', ['score', '--jsonn'], /unknown option '--jsonn'[\s\S]*--jsonl/],
    ['a missing argument', ['replay'], /missing required argument 'files'/],
    ['an option without its value', ['report', '--last'], /argument missing/],
    ['a wrong period', ['report', '--last', '7 days'], /expected days or weeks, such as 7d or 4w/],
    ['a period of nothing', ['report', '--last', '0d'], /expected days or weeks/],
    ['texts beside --jsonl', ['score', '--jsonl', 'text'], /--jsonl reads standard input/],
    ['an export that is not there', ['replay', 'nowhere.json'], /there is no file nowhere.json/],
    ['a folder as export', ['replay', '.'], /\. is no file/],
    ['a pack that is not there', ['score', '--pack', 'nowhere', 'text'], /nowhere/],
    ['no token', ['run'], /DIDBON_TOKEN is not set/],
    ['no community', ['report'], /no community is configured/],
  ])('ends with 2 and says what is wrong: %s', async (_what, args, wanted) => {
    const { code, err, out } = await runCli(args);
    expect(err).toMatch(wanted);
    expect(err).not.toMatch(/\n\s+at /);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('lists every fault of the settings, and ends with 2', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, '.env'), 'DIDBON_TOKN=x\nDIDBON_KEY=y\nDIDBON_LOG_LEVEL=loud\n');
    const { code, err } = await runCli(['report'], { cwd });
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 7)),
    ).toEqual(['.env:1:', '.env:2:', '.env:3:']);
    expect(code).toBe(2);
  });

  it('prints the schema of the settings', async () => {
    const { out, code } = await runCli(['schema']);
    expect(JSON.parse(out)).toMatchObject({ title: 'Didbon settings', type: 'object' });
    expect(code).toBe(0);
  });
});
