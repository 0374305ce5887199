import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { bandsOf, fingerprintOf, likeness } from '../../src/assess/fingerprint.js';

/** As the store does it: some band in common, and four characters in ten. */
function isCopy(a: string, b: string): boolean {
  const [one, two] = [fingerprintOf(a, 'tg').minima, fingerprintOf(b, 'tg').minima];
  const bands = new Set(bandsOf(one));
  return bandsOf(two).some((band) => bands.has(band)) && likeness(one, two) >= 0.4;
}

const LETTERS = [...'абвгдезиклмнопрстуфхчш'];
const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 2, maxLength: 10 }).map((letters) => letters.join(''));
const words = (length: number) => fc.array(word, { minLength: length, maxLength: length });
const sample = <T>(of: fc.Arbitrary<T>) => fc.sample(of, { numRuns: 500, seed: 4 });

describe('copies with one word changed', () => {
  test.each([
    [6, 0.97],
    [10, 0.995],
  ])('of %i words are known in at least %f of cases', (length, least) => {
    const copies = sample(fc.tuple(words(length), fc.nat(length - 1), word));
    const found = copies.filter(([text, at, other]) => isCopy(text.join(' '), text.with(at, other).join(' ')));
    expect(found.length / copies.length).toBeGreaterThanOrEqual(least);
  });
});

describe('texts of different words', () => {
  it('are never taken for copies', () => {
    const taken = sample(fc.tuple(words(8), words(8))).filter(([a, b]) => isCopy(a.join(' '), b.join(' ')));
    expect(taken).toEqual([]);
  });

  it('are no copies for half of their words in common', () => {
    const pairs = sample(fc.tuple(words(3), words(4), words(4)));
    const taken = pairs.filter(([same, a, b]) => isCopy([...same, ...a].join(' '), [...same, ...b].join(' ')));
    expect(taken.length / pairs.length).toBeLessThan(0.1);
  });
});

describe('the very same wording', () => {
  const same = (a: string, b: string, tag = 'tg') => fingerprintOf(a, tag).exact === fingerprintOf(b, tag).exact;

  test.each([
    ['keyboard spellings', 'Ба сафи мо ҳамроҳ шавед', 'ба сафи мо хамрох шавед'],
    ['stretching', 'Ба сафи мо ҳамроҳ шавед', 'Ба сафи мо ҳамрооооҳ шавед'],
    ['letters that were spaced out', 'Ба сафи мо ҳамроҳ шавед', 'Ба сафи мо ҳ а м р о ҳ шавед'],
    ['Latin look-alikes', 'Ба сафи мо ҳамроҳ шавед', 'Бa cафи мo ҳамрoҳ шaвeд'],
    ['punctuation and emoji', 'Ба сафи мо ҳамроҳ шавед', 'Ба сафи мо ҳамроҳ шавед!!! 🔥'],
    ['Latin letters', 'Ба сафи мо ҳамроҳ шавед', 'Ba safi mo hamroh shaved'],
  ])('is seen through %s', (_name, a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it('is one in both scripts of Uzbek', () => {
    expect(same('Safimizga qoʻshiling', 'Сафимизга қўшилинг', 'uz-Latn')).toBe(true);
  });

  test.each([
    ['a word', 'Ба сафи мо ҳамроҳ шавед', 'Ба сафи мо ҳамроҳ нашавед'],
    ['quotation marks', 'Ба сафи мо ҳамроҳ шавед', '«Ба сафи мо ҳамроҳ шавед»'],
    ['a question mark', 'Ба сафи мо ҳамроҳ шавед', 'Ба сафи мо ҳамроҳ шавед?'],
    ['an address', 'Ба сафи мо ҳамроҳ шавед: t.me/one', 'Ба сафи мо ҳамроҳ шавед: t.me/two'],
    ['a name to write to', 'Ба сафи мо ҳамроҳ шавед @one', 'Ба сафи мо ҳамроҳ шавед @two'],
  ])('is another for %s', (_name, a, b) => {
    expect(same(a, b)).toBe(false);
  });
});
