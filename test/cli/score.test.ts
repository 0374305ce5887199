import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CALL, CHAT, trainedPack } from './a-pack.js';
import { emptyFolder, runCli } from './run-cli.js';

const files: { pack: string } = { pack: '' };
beforeAll(() => {
  files.pack = trainedPack();
});

describe('didbon score', () => {
  it('assesses each text that it is given', async () => {
    const { out, code } = await runCli(['score', '--pack', files.pack, CALL, CHAT]);
    expect(out).toMatch(/^review · join \(for\)\n/);
    expect(out).toContain('Друзья, [вступай] в [ИГИЛ].');
    expect(out).toMatch(/\nnone\n/);
    expect(code).toBe(0);
  });

  it('reads standard input a line each, and leaves blank lines out', async () => {
    const { out } = await runCli(['score'], { input: `${CALL}\n\n${CHAT}`, env: { DIDBON_PACK_DIR: files.pack } });
    expect(out.match(/^(review|none)/gm)).toEqual(['review', 'none']);
  });

  it('names a line that is too long to hold, and goes on', async () => {
    const input = `${'a'.repeat(17 * 1024 * 1024)}\n${CALL}\n`;
    const { out, err, code } = await runCli(['score', '--pack', files.pack], { input });
    expect(err).toContain('line 1: longer than 16777216 bytes, not assessed');
    expect(out).toMatch(/^review/);
    expect(code).toBe(0);
  });

  it('tells the fault behind models that do not fit', async () => {
    const pack = trainedPack();
    appendFileSync(join(pack, 'lexicon', 'russian.yaml'), '  - [\n');
    const { err, code } = await runCli(['score', '--pack', pack, CHAT]);
    expect(err).toContain('lexicon/russian.yaml:9:1: ');
    expect(err).not.toContain('another state');
    expect(code).toBe(2);
  });

  it('finds the pack that .env names', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, '.env'), `DIDBON_PACK_DIR=${files.pack}\n`);
    expect((await runCli(['score', CHAT], { cwd })).out).toContain('small@0.1.0+');
  });

  it('writes JSON lines', async () => {
    const { out } = await runCli(['score', '--jsonl', '--pack', files.pack], {
      input: `${JSON.stringify({ id: 'a', text: CALL })}\nno json\n`,
    });
    const [first = '', second = ''] = out.split('\n');
    expect(JSON.parse(first)).toMatchObject({
      id: 'a',
      level: 'review',
      category: 'join',
      pack: expect.stringMatching(/^small@/),
    });
    expect(JSON.parse(second)).toMatchObject({ id: null });
  });

  it('assesses an empty text, markup, emoji, right-to-left text and lone surrogates without harm', async () => {
    const texts = ['', '😀😀', '<@1> <#2> **x**', 'سلام', '\ud83d', '\u202eabc', 'x'.repeat(4000)];
    const input = texts.map((text, index) => JSON.stringify({ id: `${index}`, text })).join('\n');
    const { out, code } = await runCli(['score', '--jsonl', '--pack', files.pack], { input });
    const found = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ id, level }) => [id, level])).toEqual(texts.map((_, index) => [`${index}`, 'none']));
    expect(code).toBe(0);
  });
});
