import { describe, expect, it } from '@jest/globals';
import { wordingScore } from '../../src/assess/decide/wording-model.js';
import { fitWording, settleWording, type WordingObservation } from '../../src/learn/fit-wording.js';
import { measureWording } from '../../src/learn/measure-wording.js';

function aCall(...words: readonly string[]): WordingObservation {
  return { features: { roles: ['#group'], words }, isCall: true };
}

function benign(...words: readonly string[]): WordingObservation {
  return { features: { roles: ['#group'], words }, isCall: false };
}

const OBSERVED = [
  ...Array.from({ length: 20 }, () => aCall('come', 'there')),
  ...Array.from({ length: 20 }, () => benign('arrested', 'there')),
];

describe('fitting free wording', () => {
  it('weighs words by the company that they keep', () => {
    const { weights } = fitWording(OBSERVED);
    expect(weights.get('come')).toBeGreaterThan(1);
    expect(weights.get('arrested')).toBeLessThan(-1);
    expect(Math.abs(weights.get('there') ?? 0)).toBeLessThan(0.1);
  });

  it('takes no word from a single example', () => {
    expect(fitWording([...OBSERVED, aCall('once')]).weights.has('once')).toBe(false);
  });

  it('gives the same weights whatever the order of the examples', () => {
    const one = fitWording(OBSERVED);
    const other = fitWording([...OBSERVED].reverse());
    expect([...other.weights.keys()]).toEqual([...one.weights.keys()]);
    for (const [feature, weight] of one.weights) expect(other.weights.get(feature)).toBeCloseTo(weight, 2);
  });

  it('has no opinion without examples', () => {
    expect(fitWording([])).toEqual({ bias: 0, weights: new Map() });
  });
});

describe('settling free wording', () => {
  const fitted = fitWording(OBSERVED);
  const call = { roles: ['#group'], words: ['come', 'there'] };

  it('stays clear of the benign line that stands highest', () => {
    const settled = settleWording(fitted, 0, [1.5]);
    expect(settled.bias).toBeCloseTo(fitted.bias - 1.75, 4);
    expect(settled.weights).toBe(fitted.weights);
  });

  it('asks for clear odds where benign text says nothing, and follows the threshold of the language', () => {
    const settled = settleWording(fitted, 2, []);
    expect(wordingScore(settled, call) - 2).toBeCloseTo(wordingScore(fitted, call) - 1, 4);
  });

  it('gives no more than so much up for one benign line', () => {
    expect(settleWording(fitted, 0, [40]).bias).toBeGreaterThan(fitted.bias - 3);
  });
});

describe('measuring free wording', () => {
  it('judges only what was held out, by weights that have not seen it', () => {
    const learnt = OBSERVED.map((one) => ({ ...one, fold: 1 }));
    const heldOut = [
      { ...aCall('come', 'soon'), fold: 0 },
      { ...aCall('arrested'), fold: 0 },
      { ...benign('arrested', 'there'), fold: 0 },
    ];
    const figures = measureWording([...learnt, ...heldOut]);
    expect(figures).toMatchObject({ calls: 2, benign: 1, callsRight: 0.5, benignRight: 1 });
  });
});
