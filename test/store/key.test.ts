import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyError, makeKeyFile, readKey } from '../../src/store/key.js';
import { openStore } from '../../src/store/open-store.js';
import { makeSqliteBench, type SqliteBench } from './sqlite-bench.js';
import { aFlag, flagsOnly } from './store-samples.js';

const HEX = '0123456789abcdef'.repeat(4);

describe('the key', () => {
  let bench: SqliteBench;
  let keyFile: string;

  beforeEach(async () => {
    bench = await makeSqliteBench();
    keyFile = join(bench.folder, 'config', 'didbon', 'key');
  });

  afterEach(() => bench.remove());

  const open = () => bench.open({ key: { kind: 'file', path: keyFile } });

  it('is made on the first start, for its owner alone, and used on the next', async () => {
    await (await open()).ledger.commit(flagsOnly(aFlag(1)));
    expect((statSync(keyFile).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(dirname(keyFile))).toEqual(['key']);
    expect((await (await open()).alerts.find('flag-1'))?.flag).toEqual(aFlag(1));
  });

  it('that is lost is a fault that says what to do, and no new one is made', async () => {
    await open();
    rmSync(keyFile);
    await expect(open()).rejects.toThrow(KeyError);
    await expect(open()).rejects.toThrow('is lost');
    await expect(open()).rejects.toHaveProperty('faults', [expect.stringContaining(keyFile)]);
    expect(existsSync(keyFile)).toBe(false);
  });

  it('that is wrong is a fault, and stays as it is', async () => {
    await open();
    writeFileSync(keyFile, HEX);
    await expect(open()).rejects.toThrow(KeyError);
    await expect(bench.open({ key: { kind: 'given', text: HEX } })).rejects.toThrow('DIDBON_KEY is not the key');
    expect(readFileSync(keyFile, 'utf8')).toBe(HEX);
  });

  it('may move from the file to the environment', async () => {
    await (await open()).ledger.commit(flagsOnly(aFlag(1)));
    const store = await bench.open({ key: { kind: 'given', text: readFileSync(keyFile, 'utf8') } });
    expect((await store.alerts.find('flag-1'))?.flag.text).toBe(aFlag(1).text);
  });

  it('that others may read is a fault', async () => {
    await open();
    chmodSync(keyFile, 0o640);
    await expect(open()).rejects.toThrow(`chmod 600 ${keyFile}`);
  });

  it('is never replaced: who comes second takes the one that is there', () => {
    expect(makeKeyFile(keyFile)).toEqual(makeKeyFile(keyFile));
  });

  it.each([
    ['in the data folder', (data: string) => join(data, 'key')],
    ['below it', (data: string) => join(data, 'a', 'b', 'key')],
    ['by way of a link', (data: string) => join(data, '..', 'link', 'key')],
  ])('is refused %s, before anything is made', async (_name, place) => {
    const data = dirname(bench.file);
    mkdirSync(data);
    symlinkSync(data, join(data, '..', 'link'));
    const key = { kind: 'file', path: place(data) } as const;
    await expect(openStore({ database: bench.database, key })).rejects.toThrow('lies in the data folder');
    expect(readdirSync(data)).toEqual([]);
  });

  it.each([
    ['hex', HEX],
    ['base64', Buffer.from(HEX, 'hex').toString('base64')],
    ['base64 for URLs, with a line break', `${Buffer.from(HEX, 'hex').toString('base64url')}\n`],
  ])('is read in %s', (_name, text) => {
    expect(Buffer.from(readKey({ kind: 'given', text }) ?? []).toString('hex')).toBe(HEX);
  });

  it.each([
    ['empty', ''],
    ['short', HEX.slice(2)],
    ['long', `${HEX}00`],
    ['a password', 'correct horse battery staple and more of it!'],
  ])('that is %s is a fault, and is not repeated in the message', (_name, text) => {
    const read = () => readKey({ kind: 'given', text });
    expect(read).toThrow(KeyError);
    if (text !== '') expect(read).not.toThrow(text);
  });
});
