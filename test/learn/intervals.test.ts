import { expect, it, test } from '@jest/globals';
import { shareOf } from '../../src/learn/intervals.js';

test.each([
  // Clopper–Pearson as published tables give it.
  [1, 10, 0.0025, 0.445],
  [5, 10, 0.187, 0.813],
  [9, 10, 0.555, 0.9975],
  [3, 200, 0.0031, 0.0432],
])('%i of %i lies between %f and %f', (hits, of, low, high) => {
  const share = shareOf(hits, of);
  expect(share.low).toBeCloseTo(low, 3);
  expect(share.high).toBeCloseTo(high, 3);
});

it('reads no hit among n as at most 3/n, the rule of three', () => {
  expect(shareOf(0, 3000).high).toBeCloseTo(3 / 3000, 5);
  expect(shareOf(0, 3000).low).toBe(0);
});

it('knows nothing from nothing', () => {
  expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 });
});
