import { describe, expect, it, test } from '@jest/globals';
import { cohenKappa } from '../../src/report/cohen-kappa.js';
import { isSampled } from '../../src/review/is-sampled.js';

const pairs = (both: number, neither: number, onlyFirst: number, onlySecond: number) => [
  ...Array.from({ length: both }, () => ({ first: 'confirmed', second: 'confirmed' }) as const),
  ...Array.from({ length: neither }, () => ({ first: 'false-alarm', second: 'false-alarm' }) as const),
  ...Array.from({ length: onlyFirst }, () => ({ first: 'confirmed', second: 'false-alarm' }) as const),
  ...Array.from({ length: onlySecond }, () => ({ first: 'false-alarm', second: 'confirmed' }) as const),
];

describe('Cohen’s kappa', () => {
  test.each([
    ['is 1 where two always agree', pairs(3, 4, 0, 0), 1],
    ['is 0 where they agree no more than by chance', pairs(1, 1, 1, 1), 0],
    ['is −1 where they always disagree', pairs(0, 0, 2, 2), -1],
    ['is 0.4 in the textbook example of 50 grants', pairs(20, 15, 5, 10), 0.4],
  ])('%s', (_name, given, expected) => {
    expect(cohenKappa(given)).toBeCloseTo(expected, 10);
  });

  test.each([
    ['there are no pairs', []],
    ['both only ever confirmed', pairs(5, 0, 0, 0)],
    ['both only ever said false alarm', pairs(0, 5, 0, 0)],
  ])('is null where %s', (_name, given) => {
    expect(cohenKappa(given)).toBeNull();
  });
});

describe('the sample', () => {
  const ids = Array.from({ length: 2_000 }, (_, n) => `0a1b2c3d-0000-4000-8000-${String(n).padStart(12, '0')}`);

  it('is none at 0, all at 1, and about the share between', () => {
    expect(ids.filter((id) => isSampled(id, 0))).toHaveLength(0);
    expect(ids.filter((id) => isSampled(id, 1))).toHaveLength(ids.length);
    const some = ids.filter((id) => isSampled(id, 0.1)).length;
    expect(some).toBeGreaterThan(150);
    expect(some).toBeLessThan(250);
  });

  it('is always the same, and a larger share holds the smaller', () => {
    const small = ids.filter((id) => isSampled(id, 0.1));
    expect(ids.filter((id) => isSampled(id, 0.1))).toEqual(small);
    expect(small.every((id) => isSampled(id, 0.2))).toBe(true);
  });
});
