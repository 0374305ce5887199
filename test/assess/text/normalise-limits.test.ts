import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { normalise } from '../../../src/assess/text/normalise.js';

const PIECES = [
  'вступайте',
  "o'zbek",
  'a',
  'в',
  'ҷ',
  '4',
  '@',
  '$',
  ' ',
  '  ',
  '.',
  '?',
  '\n',
  '«',
  '»',
  '"',
  '**',
  '||',
  '_',
  '<@1>',
  '<',
  '](http',
  'https://a.example',
  't.me/a',
  '\u0304',
  '\u200d',
  '\u202e',
  '\ud800',
  '\udc00',
  '😀',
  '𝐯',
  'ﷺ',
  'سلام',
  'λ',
  'İ',
  '漢',
  '\u0378',
  '𞸀',
  '𐊠',
];

describe('offsets', () => {
  const anyText = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
  );

  it('lie in the original, in order, around at least one character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, form } of normalise(text).tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(form).not.toBe('');
          last = end;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('of plain words frame exactly the word', () => {
    const word = fc.array(fc.constantFrom(...'абвгдежзийклмнопрстҳқғҷӣӯў'), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.map((letters) => letters.join('')).join(' ');
        for (const { start, end, form } of normalise(text).tokens) {
          expect(text.slice(start, end).replace(/(.)\1{2,}/g, '$1')).toBe(form);
        }
      }),
    );
  });

  it('of a second reading find the same words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(text)).toEqual(normalise(text));
      }),
    );
  });
});

describe('time', () => {
  test.each([
    ['one letter', 'а'.repeat(4_000)],
    ['combining marks', `и${'\u0304'.repeat(3_999)}`],
    ['zero-width characters', 'а\u200b'.repeat(2_000)],
    ['spaced letters', 'а '.repeat(2_000)],
    ['open tags', '<@'.repeat(2_000)],
    ['open links', '](http'.repeat(666)],
    ['quotation marks', '"а'.repeat(2_000)],
    ['lone surrogates', '\ud800'.repeat(4_000)],
    ['mathematical letters', '𝐯'.repeat(2_000)],
    ['dotted letters', 'a.'.repeat(2_000)],
    ['digits among letters', 'a4'.repeat(2_000)],
    ['look-alikes', 'аa'.repeat(2_000)],
    ['apostrophes', "o'".repeat(2_000)],
    ['at signs', 'a@'.repeat(2_000)],
    ['right-to-left text', 'سلام '.repeat(800)],
  ])('of 4,000 characters of %s stays short', (_name, text) => {
    const spent = [1, 2, 3, 4, 5].map(() => {
      const before = process.cpuUsage();
      normalise(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    });
    // Milliseconds of processor time: some 1 on an idle machine, hundreds if a pass were quadratic.
    expect(Math.min(...spent)).toBeLessThan(60);
  });
});

test.each(['а ', '1 ', 'а.', 'а*а*', 'в и г и л ', 'а-', 'Б ', '#АбАб', 'Вступайте.'])(
  'takes hundreds of thousands of «%s» without giving up',
  (piece) => {
    const text = piece.repeat(200_000);
    expect(() => normalise(text)).not.toThrow();
  },
);
