import { expect, test } from '@jest/globals';
import { chooseThreshold, type ThresholdBasis } from '../../src/learn/choose-threshold.js';

const WANTED = { ordinary: 5 / 100_000, hardest: 1 / 1000 };
const BASIS: ThresholdBasis = { calls: [], ordinary: [], hardest: [], ordinaryLines: 10_000, hardestLines: 5000 };
const CALLS = Array.from({ length: 100 }, (_, index) => 2 + index / 100);

test.each<[string, Partial<ThresholdBasis>, number]>([
  ['stays where calls begin when benign text is quiet', { ordinary: [-3], hardest: [-2] }, 0],
  ['rises above an ordinary line that would alert', { ordinary: [1], calls: CALLS }, 1.25],
  ['lets as many hard lines alert as are wanted', { hardest: [3, 2.5, 2.2, 2.1, 2, 0.5, 0.4], calls: CALLS }, 0.75],
  ['gives up no more than a few calls for it', { ordinary: [9], calls: CALLS }, 2.03],
])('the threshold %s', (_name, basis, threshold) => {
  expect(chooseThreshold({ ...BASIS, ...basis }, WANTED)).toBeCloseTo(threshold, 9);
});
