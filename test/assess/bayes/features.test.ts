import { describe, expect, test } from '@jest/globals';
import { featureReader } from '../../../src/assess/bayes/features.js';
import { normalise } from '../../../src/assess/text/normalise.js';

const features = (text: string, language: 'russian' | 'tajik'): readonly (string | undefined)[] =>
  featureReader(language, { prefix: 4, shortest: 3 }, new Set(['тебе']))(normalise(text).tokens);

describe('features of Bayes', () => {
  test('are the beginnings of words, without function words and short ones', () => {
    expect(features('тебе я говорю', 'russian')).toEqual([undefined, undefined, 'гово']);
  });

  test('tell a denied Russian word from the word itself', () => {
    expect(features('не вступай, ни вступай, вступай', 'russian')).toEqual([
      undefined,
      '-всту',
      undefined,
      '-всту',
      'всту',
    ]);
  });

  test('leave other languages alone, which deny inside the word', () => {
    expect(features('не вступай', 'tajik')).toEqual([undefined, 'всту']);
  });
});
