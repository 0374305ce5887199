import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCipher } from '../../src/store/cipher.js';
import { connect } from '../../src/store/connection.js';
import { type KeySource, readKey } from '../../src/store/key.js';
import { prepareNextKey } from '../../src/store/next-key.js';
import { resealDatabase, rotateKey } from '../../src/store/rotate-key.js';
import { makeSqliteBench, type SqliteBench } from './sqlite-bench.js';
import { aFlag, flagsOnly, NOON } from './store-samples.js';

const HERE = dirname(fileURLToPath(import.meta.url));

describe('a key file that is replaced', () => {
  let bench: SqliteBench;
  let path: string;
  let key: KeySource;

  beforeEach(async () => {
    bench = await makeSqliteBench();
    path = join(bench.folder, 'config', 'key');
    key = { kind: 'file', path };
    const store = await bench.open({ key });
    await store.ledger.commit(flagsOnly(aFlag(1), aFlag(2)));
    await store.close();
  });

  afterEach(() => bench.remove());

  const rotate = () => rotateKey({ database: bench.database, key, at: NOON });
  const isReadable = async () => (await (await bench.open({ key })).alerts.find('flag-1'))?.flag.text !== undefined;
  const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

  it('holds another key, for its owner alone, with the old one beside it', async () => {
    const old = readFileSync(path, 'utf8');
    await rotate();
    expect(readFileSync(path, 'utf8')).not.toBe(old);
    expect(readFileSync(`${path}.old`, 'utf8')).toBe(old);
    expect([modeOf(path), modeOf(`${path}.old`)]).toEqual(['600', '600']);
    expect(existsSync(`${path}.new`)).toBe(false);
    expect(await isReadable()).toBe(true);
    await rotate();
    expect(await isReadable()).toBe(true);
  });

  it('opens the database as before when the change is killed half-way, and may be changed again', async () => {
    const old = readFileSync(path, 'utf8');
    const loader = join(HERE, 'typescript-loader.mjs');
    const child = spawn(process.execPath, ['--import', loader, join(HERE, 'rotate-process.ts'), bench.file, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    await once(child.stdout, 'data');
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    expect(readFileSync(path, 'utf8')).toBe(old);
    expect(await isReadable()).toBe(true);
    const prepared = readFileSync(`${path}.new`, 'utf8');
    await rotate();
    expect(readFileSync(path, 'utf8')).toBe(prepared);
    expect(await isReadable()).toBe(true);
  }, 30_000);

  it.each([
    ['with the old key still in its place', false],
    ['with the key file lost as well', true],
  ])('is finished by whoever opens the database next, %s', async (_how, lost) => {
    const old = readKey(key) ?? new Uint8Array();
    const connection = connect({ database: bench.database });
    await resealDatabase(connection, createCipher(old), createCipher(prepareNextKey(path)), { at: NOON });
    await connection.close();
    if (lost) rmSync(path);
    expect(await isReadable()).toBe(true);
    expect(existsSync(`${path}.new`)).toBe(false);
    expect(existsSync(`${path}.old`)).toBe(!lost);
  });

  it('that may not be replaced is told of, and the database opens with the new key beside it', async () => {
    await rotate();
    // A folder in the place of the old key cannot be removed as a file: the replacing fails as it does on a read-only disk.
    rmSync(`${path}.old`);
    mkdirSync(`${path}.old`);
    await expect(rotate()).rejects.toThrow(`put ${path}.new in its place by hand`);
    expect(await isReadable()).toBe(true);
  });

  it('is not replaced where the new key is to be given', async () => {
    const given: KeySource = { kind: 'given', text: readFileSync(path, 'utf8') };
    await expect(rotateKey({ database: bench.database, key: given, at: NOON })).rejects.toThrow('DIDBON_NEW_KEY');
    expect(await isReadable()).toBe(true);
  });
});
