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
    const numbers = Array.from({ length: 100_000 }, (_, number) => number);
    const known = new Map(
      numbers.map((number) => [`сло${number % 317}…ва${number}`, ((number % 4_001) - 2_000) / 100]),
    );
    const table = new WeightTable(known, known.size);
    expect([...known].filter(([feature, weight]) => table.get(feature) !== weight)).toEqual([]);
    expect(numbers.filter((number) => table.get(`нет${number}`) !== undefined)).toEqual([]);
  });

  it.each([400, -400, Number.NaN])('keeps no weight of %d', (weight) => {
    expect(() => new WeightTable([['слово', weight]], 1)).toThrow('«слово»');
  });

  it('takes no more weights than it was told', () => {
    const two: [string, number][] = [
      ['а', 1],
      ['б', 2],
    ];
    expect(() => new WeightTable(two, 1)).toThrow('more than 1');
  });
});
