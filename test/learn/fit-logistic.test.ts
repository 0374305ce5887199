import { describe, expect, it } from '@jest/globals';
import { fitColumns, fitLogistic, type Observation, type Prior } from '../../src/learn/fit-logistic.js';

const FREE: Prior = { mean: 0, spread: 100, least: -50, most: 50 };

describe('fitting', () => {
  it('finds the log-odds of a plain share', () => {
    const observations: readonly Observation[] = [
      ...Array.from({ length: 30 }, () => ({ x: [1], y: 1, weight: 1 }) as const),
      ...Array.from({ length: 10 }, () => ({ x: [1], y: 0, weight: 1 }) as const),
    ];
    expect(fitLogistic(observations, [FREE])[0]).toBeCloseTo(Math.log(3), 3);
  });

  it('answers its priors where nothing was observed', () => {
    expect(fitLogistic([], [{ mean: 1.5, spread: 1, least: 0, most: 2 }])).toEqual([1.5]);
  });

  it('stays within its range whatever is observed', () => {
    const separated: readonly Observation[] = [
      { x: [1], y: 1, weight: 100 },
      { x: [-1], y: 0, weight: 100 },
    ];
    expect(fitLogistic(separated, [{ mean: 0, spread: 100, least: -2, most: 2 }])).toEqual([2]);
  });

  it('moves less from a belief that it is surer of', () => {
    const observations: readonly Observation[] = [{ x: [1], y: 1, weight: 5 }];
    const [sure = 0] = fitLogistic(observations, [{ mean: 0, spread: 0.1, least: -9, most: 9 }]);
    const [open = 0] = fitLogistic(observations, [{ mean: 0, spread: 1, least: -9, most: 9 }]);
    expect(sure).toBeGreaterThan(0);
    expect(open).toBeGreaterThan(sure);
  });

  it('finds the same where only what is not 0 is listed', () => {
    const observations: readonly Observation[] = [
      { x: [1, 0], y: 1, weight: 1 },
      { x: [1, 2], y: 0, weight: 1 },
      { x: [1, 0], y: 1, weight: 2 },
      { x: [1, 1], y: 1, weight: 1 },
    ];
    const prior: Prior = { mean: 0, spread: 1, least: -9, most: 9 };
    const columns = [
      { rows: Int32Array.of(0, 1, 2, 3), values: Float64Array.of(1, 1, 1, 1) },
      { rows: Int32Array.of(1, 3), values: Float64Array.of(2, 1) },
    ];
    const stop = { sweeps: 400, settled: 1e-7 };
    expect(fitColumns(columns, observations, [prior, prior], stop)).toEqual(fitLogistic(observations, [prior, prior]));
  });
});
