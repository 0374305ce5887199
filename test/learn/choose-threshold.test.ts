import { expect, test } from '@jest/globals';
import { chooseThreshold, type ThresholdBasis } from '../../src/learn/choose-threshold.js';

const WANTED = { ordinary: 5 / 100_000, hardest: 1 / 1000 };
const BASIS: ThresholdBasis = {
  calls: [],
  callsGivenUp: 0.03,
  ordinary: [],
  hardest: [],
  ordinaryLines: 10_000,
  hardestLines: 5000,
};
const CALLS = Array.from({ length: 100 }, (_, index) => 2 + index / 100);

test.each<[string, Partial<ThresholdBasis>, number]>([
  ['lies at even odds when nothing is known of calls', { ordinary: [-3], hardest: [-2] }, 0],
  ['goes a quarter into the gap between benign text and calls', { ordinary: [-3], calls: [1, 1, 1] }, 0.25],
  ['goes no more than half a unit into a wide gap', { ordinary: [-3], calls: [9, 9, 9] }, 0.5],
  ['rises above an ordinary line that would alert', { ordinary: [1], calls: [1.45] }, 1.3],
  ['lets as many hard lines alert as are wanted', { hardest: [3, 2.5, 2.2, 2.1, 2, 0.5, 0.4], calls: [0.75] }, 0.75],
  ['gives nothing up for calls below even odds', { ordinary: [1], calls: [-9, -9, -9, 1.5, 1.5] }, 1.3125],
  ['gives up no more than a few calls for quiet', { ordinary: [9], calls: CALLS }, 2.03],
  ['gives up more where more may be', { ordinary: [9], calls: CALLS, callsGivenUp: 0.1 }, 2.1],
])('the threshold %s', (_name, basis, threshold) => {
  expect(chooseThreshold({ ...BASIS, ...basis }, WANTED)).toBeCloseTo(threshold, 9);
});
