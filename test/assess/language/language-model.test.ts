import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compileScript,
  type LanguageModel,
  LanguageModelError,
  readLanguageModel,
  writeLanguageModel,
} from '../../../src/assess/language/language-model.js';
import { packWeights, sumRows } from '../../../src/assess/language/packed-weights.js';
import { listFeatures } from '../../../src/assess/language/word-features.js';

const script = {
  tags: ['tg', 'und'],
  scale: 0.5,
  bias: [0.25, -0.25],
  classes: 2,
  mask: 7,
  weights: Int8Array.from({ length: 16 }, (_, index) => index - 8),
};
const model = { cyrillic: script, latin: { ...script, tags: ['uz-Latn', 'en'] } };
const compiled = { cyrillic: compileScript(model.cyrillic), latin: compileScript(model.latin) };

/** What a model says, of itself and of a few words. */
function reading({ cyrillic, latin }: LanguageModel) {
  return [cyrillic, latin].map(({ tags, prior, standingOf }) => ({
    tags,
    prior,
    words: ['а', 'бв', 'qiz'].map(standingOf),
  }));
}

describe('a language model', () => {
  it('comes back from its bytes', () => {
    expect(reading(readLanguageModel(writeLanguageModel(model)))).toEqual(reading(compiled));
  });

  it('comes back from bytes that lie inside a larger buffer', () => {
    const bytes = writeLanguageModel(model);
    const larger = new Uint8Array(bytes.length + 5);
    larger.set(bytes, 5);
    expect(reading(readLanguageModel(larger.subarray(5)))).toEqual(reading(compiled));
  });

  it.each([
    ['nothing', new Uint8Array(), 'no language model'],
    ['other bytes', new TextEncoder().encode('{"magic":"x"}\n'), 'no language model'],
    [
      'another version',
      new TextEncoder().encode('{"magic":"didbon-language-model","version":99,"scripts":[]}\n'),
      'version 99',
    ],
    ['a cut file', writeLanguageModel(model).subarray(0, -3), 'cut short'],
  ])('is refused when it is %s', (_name, bytes, message) => {
    expect(() => readLanguageModel(bytes)).toThrow(LanguageModelError);
    expect(() => readLanguageModel(bytes)).toThrow(message);
  });
});

describe('the sum over a word', () => {
  it.each([1, 2, 4, 5, 8, 9, 13])('is the sum over its features, with %i classes', (classes) => {
    const weights = Int8Array.from({ length: 8 * classes }, (_, index) => ((index * 89) % 256) - 128);
    const packed = packWeights(weights, classes);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (form) => {
        const buckets: number[] = [];
        const count = listFeatures(form, 7, buckets);
        const sums: number[] = [];
        sumRows(packed, buckets, count, sums);
        const expected = Array.from({ length: classes }, (_, index) =>
          buckets.slice(0, count).reduce((sum, bucket) => sum + (weights[bucket * classes + index] ?? 0), 0),
        );
        expect(sums.slice(0, classes)).toEqual(expected);
      }),
    );
  });

  it.each([127, -128])('holds for the longest word of nothing but foreign letters at weight %i', (weight) => {
    const packed = packWeights(new Int8Array(16).fill(weight), 2);
    const buckets: number[] = [];
    const count = listFeatures('ಠ'.repeat(100), 7, buckets);
    const sums: number[] = [];
    sumRows(packed, buckets, count, sums);
    expect(count).toBeGreaterThan(200);
    expect(sums.slice(0, 2)).toEqual([count * weight, count * weight]);
  });
});

describe('the features of a word', () => {
  it('are its letter runs of one to five with its edges, and a mark for a foreign letter', () => {
    const mask = 0xffff;
    const buckets: number[] = [];
    expect(listFeatures('аб', mask, buckets)).toBe(4 + 3 + 2 + 1);
    expect(listFeatures('аş', mask, buckets)).toBe(4 + 3 + 2 + 1 + 1);
    expect(listFeatures('', mask, buckets)).toBe(2 + 1);
  });
});
