import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportedMessage, exportText } from '../replay/export-text.js';
import { CALL, CHAT, trainedPack } from './a-pack.js';
import { emptyFolder } from './run-cli.js';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'main.js');
const files: { pack: string } = { pack: '' };
beforeAll(() => {
  files.pack = trainedPack();
});

/** Runs the program as it was built, in a process of its own and a folder without settings. */
async function didbon(args: readonly string[], input = '', cwd = emptyFolder()) {
  const env = { PATH: process.env['PATH'], HOME: cwd, DIDBON_PACK_DIR: files.pack };
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, code };
}

describe('the built program', () => {
  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await didbon(['--version'])).toEqual({ out: `${version}\n`, err: '', code: 0 });
  });

  it('is found by the name that the package gives it, also through a link', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'bin'));
    symlinkSync(MAIN, join(folder, 'bin', 'didbon.js'));
    const child = spawn(process.execPath, [join(folder, 'bin', 'didbon.js'), '--help'], { cwd: folder });
    expect(await text(child.stdout)).toContain('Usage: didbon');
  });

  it('ends with 0, 1 or 2 as its help says', async () => {
    expect((await didbon(['score', CHAT])).code).toBe(0);
    const folder = emptyFolder();
    writeFileSync(join(folder, 'x.json'), '{');
    expect((await didbon(['replay', 'x.json'], '', folder)).code).toBe(1);
    expect((await didbon(['run'])).code).toBe(2);
    expect((await didbon(['no-such-command'])).code).toBe(2);
  });

  it('answers JSON lines from standard input, without colours or other words', async () => {
    const { out, err, code } = await didbon(['score', '--jsonl'], `${JSON.stringify({ id: '1', text: CALL })}\n`);
    expect(JSON.parse(out)).toMatchObject({ id: '1', level: 'review' });
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });

  it('answers many lines in their order, whichever thread answers them', async () => {
    const given = Array.from({ length: 9_000 }, (_, at) =>
      at % 1_000 === 999 ? 'no json' : JSON.stringify({ id: `${at}`, text: at % 100 === 0 ? CALL : CHAT }),
    );
    const { out, err, code } = await didbon(['score', '--jsonl'], `${given.join('\n')}\n`);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(given.map((_, at) => (at % 1_000 === 999 ? null : `${at}`)));
    expect(answers.filter(({ level }) => level === 'review')).toHaveLength(90);
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });

  it('ends quietly when its reader goes away', async () => {
    const lines = `${JSON.stringify({ id: '1', text: CHAT })}\n`.repeat(50_000);
    const child = spawn(process.execPath, [MAIN, 'score', '--jsonl'], {
      cwd: emptyFolder(),
      env: { DIDBON_PACK_DIR: files.pack },
    });
    child.stdin.on('error', () => {});
    child.stdin.end(lines);
    child.stdout.once('data', () => child.stdout.destroy());
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });

  it('replays an export', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.json'), exportText([exportedMessage(1, CALL), exportedMessage(2, CHAT)]));
    const { out, code } = await didbon(['replay', 'a.json', '--json'], '', folder);
    expect(JSON.parse(out)).toMatchObject({ read: 2, alerts: { total: 1 } });
    expect(code).toBe(0);
  });
});
