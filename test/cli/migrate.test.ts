import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Io } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/program.js';

describe('didbon migrate', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'didbon-migrate-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (env: Io['env']) => {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const plain = { isTerminal: false, isProgressTerminal: false, colour: false, columns: 80 };
    const code = await runProgram(['migrate'], { stdin, stdout, stderr, ...plain, env, cwd: folder }, '0.0.0');
    stdout.end();
    stderr.end();
    return { code, out: await text(stdout), err: await text(stderr) };
  };

  it('says which steps it took, and that there are none the second time', async () => {
    const first = await run({ DIDBON_DATA_DIR: 'data' });
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('0001-ledger done');
    expect((await run({ DIDBON_DATA_DIR: 'data' })).out).toContain('is up to date');
  });

  it('fails in plain words when the server does not answer, without the password', async () => {
    const { code, out, err } = await run({ DIDBON_DATABASE_URL: 'postgres://user:hidden-word@127.0.0.1:1/none' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('the database PostgreSQL at 127.0.0.1:1/none cannot be reached');
    expect(err).not.toContain('hidden-word');
  });

  it('refuses a database address of another kind as wrong configuration', async () => {
    expect((await run({ DIDBON_DATABASE_URL: 'mysql://127.0.0.1/none' })).code).toBe(2);
  });
});
