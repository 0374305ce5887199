import { describe, expect, it, test } from '@jest/globals';
import { featureReader, isPair, listFeatures } from '../../../src/assess/bayes/features.js';
import { normalise } from '../../../src/assess/text/normalise.js';

const read = (text: string, language: 'russian' | 'tajik') =>
  featureReader({ language, rule: { prefix: 4, shortest: 3 }, functionWords: new Set(['тебе', 'от', 'из']) })(
    normalise(text).tokens,
  );
const words = (text: string, language: 'russian' | 'tajik') => read(text, language).map(({ word }) => word);
const pairs = (text: string) => read(text, 'russian').map(({ pair }) => pair);

describe('features of Bayes', () => {
  test('are the beginnings of words, without function words and short ones', () => {
    expect(words('тебе я говорю', 'russian')).toEqual([undefined, undefined, 'гово']);
  });

  test('tell a denied Russian word from the word itself', () => {
    expect(words('не вступай, ни вступай, вступай', 'russian')).toEqual([
      undefined,
      '-всту',
      undefined,
      '-всту',
      'всту',
    ]);
  });

  test('leave other languages alone, which deny inside the word', () => {
    expect(words('не вступай', 'tajik')).toEqual([undefined, 'всту']);
  });

  test('are each two words side by side, too, unless neither says anything', () => {
    expect(pairs('говорю тебе, купи из дома')).toEqual(['гово+тебе', 'тебе+купи', 'купи+из', 'из+дома', undefined]);
    expect(pairs('тебе от 15')).toEqual([undefined, undefined, undefined]);
    expect(['гово+тебе', 'гово'].map(isPair)).toEqual([true, false]);
  });

  it('are listed in the order of the text', () => {
    expect(listFeatures(read('говорю тебе, купи', 'russian'))).toEqual(['гово', 'гово+тебе', 'тебе+купи', 'купи']);
  });
});
