import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WeightTable } from '../../../src/assess/decide/weight-table.js';

const weights = fc
  .array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer({ min: -2_000, max: 2_000 })))
  .map((pairs) => new Map(pairs.map(([feature, hundredths]) => [feature, hundredths / 100])));

describe('a table of weights', () => {
  it('gives what a Map gives, for features it was made with and others', () => {
    fc.assert(
      fc.property(weights, fc.string({ unit: 'binary' }), (known, other) => {
        const table = new WeightTable(known, known.size);
        for (const feature of [...known.keys(), other, `${other}…`])
          expect(table.get(feature)).toBe(known.get(feature));
      }),
    );
  });

  it('tells a hundred thousand features apart', () => {
    const known = new Map(
      Array.from({ length: 100_000 }, (_, number) => [`сло${number % 317}…ва${number}`, number / 100]),
    );
    const small = new Map([...known].map(([feature, weight]) => [feature, (weight % 3) - 1]));
    const table = new WeightTable(small, small.size);
    const wrong = [...small].filter(([feature, weight]) => Math.abs((table.get(feature) ?? 9) - weight) > 0.006);
    expect(wrong).toEqual([]);
    expect(
      Array.from({ length: 100_000 }, (_, number) => table.get(`нет${number}`)).some((one) => one !== undefined),
    ).toBe(false);
  });
});
