import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  LanguageModelError,
  readLanguageModel,
  writeLanguageModel,
} from '../../../src/assess/language/language-model.js';
import { addWeights, eachFeature } from '../../../src/assess/language/word-features.js';

const script = {
  tags: ['tg', 'und'],
  scale: 0.5,
  bias: [0.25, -0.25],
  classes: 2,
  mask: 7,
  weights: Int8Array.from({ length: 16 }, (_, index) => index - 8),
};
const model = { cyrillic: script, latin: { ...script, tags: ['uz-Latn', 'en'] } };

describe('a language model', () => {
  it('comes back from its bytes', () => {
    expect(readLanguageModel(writeLanguageModel(model))).toEqual(model);
  });

  it('comes back from bytes that lie inside a larger buffer', () => {
    const bytes = writeLanguageModel(model);
    const larger = new Uint8Array(bytes.length + 5);
    larger.set(bytes, 5);
    expect(readLanguageModel(larger.subarray(5))).toEqual(model);
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
  it('is the sum over its features', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (form) => {
        const expected = [0, 0];
        eachFeature(form, script.mask, (bucket) => {
          expected[0] = (expected[0] ?? 0) + (script.weights[bucket * 2] ?? 0);
          expected[1] = (expected[1] ?? 0) + (script.weights[bucket * 2 + 1] ?? 0);
        });
        const sums = new Int32Array(2);
        addWeights(form, script, sums, 0);
        expect([...sums]).toEqual(expected);
      }),
    );
  });
});
