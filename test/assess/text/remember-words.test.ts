import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rememberWords } from '../../../src/assess/text/remember-words.js';

/** So many are remembered here. */
const FEW = 64;

function counting() {
  const read: string[] = [];
  const remember = rememberWords((word) => {
    read.push(word);
    return { word };
  }, FEW);
  return { read, remember };
}

describe('remembered words', () => {
  it('give what the word yields, whatever was read before', () => {
    const { remember } = counting();
    const word = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        for (const one of words) expect(remember(one)).toEqual({ word: one });
      }),
    );
  });

  it.each(['__proto__', 'constructor', ''])('know «%s» for a word like any other', (word) => {
    expect(counting().remember(word)).toEqual({ word });
  });

  it('are read once', () => {
    const { read, remember } = counting();
    for (const word of ['қадам', 'дуру', 'қадам']) remember(word);
    expect(read).toEqual(['қадам', 'дуру']);
  });

  it('outlive a flood of new words where they are met again', () => {
    const { read, remember } = counting();
    for (let flood = 0; flood < 10 * FEW; flood += 1) {
      remember('салом');
      remember(`w${flood}`);
    }
    expect(read.filter((word) => word === 'салом')).toHaveLength(1);
  });

  it('are forgotten in such a flood where they are not', () => {
    const { read, remember } = counting();
    remember('салом');
    for (let flood = 0; flood < 100 * FEW; flood += 1) remember(`w${flood}`);
    remember('салом');
    expect(read.filter((word) => word === 'салом')).toHaveLength(2);
  });

  it('are short: an endless one is read each time', () => {
    const { read, remember } = counting();
    remember('ш'.repeat(1_000));
    remember('ш'.repeat(1_000));
    expect(read).toHaveLength(2);
  });
});
