import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { splitLines } from '../../src/replay/split-lines.js';
import { inChunks } from './export-text.js';

async function linesOf(
  text: string | Uint8Array,
  size = 3,
  maxBytes?: number,
): Promise<readonly (string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for await (const lines of splitLines(inChunks(text, size), maxBytes))
    found.push(...lines.map((line) => line?.toString('utf8')));
  return found;
}

describe('lines', () => {
  test.each([
    ['nothing', '', []],
    ['a last line without an end', 'a\nb', ['a', 'b']],
    ['a last line with an end', 'a\nb\n', ['a', 'b']],
    ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
    ['blank lines', '\n\na\n\n', ['', '', 'a', '']],
    ['a byte order mark', '\ufeffa\n\ufeffb', ['a', '\ufeffb']],
    ['letters of several bytes', 'Салом\nқӣ', ['Салом', 'қӣ']],
    ['a lone carriage return', 'a\rb\n', ['a\rb']],
  ])('are split where there is %s', async (_what, text, wanted) => {
    for (const size of [1, 2, 3, 1000]) expect(await linesOf(text, size)).toEqual(wanted);
  });

  it('come back whole however the bytes arrive', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\ufeff]/g, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 50 }), async (lines, size) => {
        expect(await linesOf(lines.map((one) => `${one}\n`).join(''), size)).toEqual(lines);
      }),
    );
  });

  it('longer than allowed are named by their place and not held', async () => {
    expect(await linesOf(`a\n${'x'.repeat(50)}\nb\n${'y'.repeat(50)}`, 7, 20)).toEqual([
      'a',
      undefined,
      'b',
      undefined,
    ]);
  });
});
