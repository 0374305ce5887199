import { describe, expect, it } from '@jest/globals';
import { WHOLE_TEXT, type WordingFeatures, wordingOdds } from '../../src/assess/decide/wording-model.js';
import { fitWording, settleWording } from '../../src/learn/fit-wording.js';
import { measureWording, oddsOf } from '../../src/learn/measure-wording.js';
import { NOTHING_OBSERVED, numberWording, type WeighedWording } from '../../src/learn/observe-wording.js';

function saying(words: readonly string[]): WordingFeatures {
  const none = new Map<string, number>();
  return {
    roles: new Map([['#group', WHOLE_TEXT]]),
    words: new Map(words.map((word, token) => [word, token])),
    neighbours: none,
    sides: none,
    pairs: none,
    endings: none,
    edges: none,
  };
}

function aCall(...words: readonly string[]): WeighedWording {
  return { features: saying(words), isCall: true, fold: 1 };
}

function benign(...words: readonly string[]): WeighedWording {
  return { features: saying(words), isCall: false, fold: 1 };
}

function fitted(weighed: readonly WeighedWording[]) {
  return fitWording(numberWording(weighed));
}

const OBSERVED = [
  ...Array.from({ length: 20 }, () => aCall('come', 'there')),
  ...Array.from({ length: 20 }, () => benign('arrested', 'there')),
];

describe('fitting free wording', () => {
  it('weighs words by the company that they keep', () => {
    const { weights } = fitted(OBSERVED);
    expect(weights.get('come')).toBeGreaterThan(1);
    expect(weights.get('arrested')).toBeLessThan(-1);
    expect(Math.abs(weights.get('there') ?? 0)).toBeLessThan(0.1);
  });

  it('takes no word from a single example', () => {
    expect(fitted([...OBSERVED, aCall('once')]).weights.has('once')).toBe(false);
  });

  it('gives the same weights whatever the order of the examples', () => {
    const one = fitted(OBSERVED);
    const other = fitted([...OBSERVED].reverse());
    expect([...other.weights.keys()]).toEqual([...one.weights.keys()]);
    for (const [feature, weight] of one.weights) expect(other.weights.get(feature)).toBeCloseTo(weight, 2);
  });

  it('has no opinion without examples', () => {
    expect(fitWording(NOTHING_OBSERVED)).toEqual({ bias: 0, margin: 0, weights: new Map() });
  });
});

describe('settling free wording', () => {
  const model = fitted(OBSERVED);

  it('stays clear of the benign line that stands highest, and leaves the odds as they are', () => {
    expect(settleWording(model, [0.5, 2], 0)).toEqual({ ...model, margin: 2.25 });
  });

  it('asks for clear odds where benign text says nothing', () => {
    expect(settleWording(model, [], 0).margin).toBe(1.8);
  });

  it('gives no more than so much up for one benign line', () => {
    expect(settleWording(model, [40], 0).margin).toBe(3);
  });

  it('is on the scale of the threshold, where alerts begin', () => {
    expect(settleWording(model, [0.5, 2], 0.5).margin).toBe(1.75);
  });
});

describe('measuring free wording', () => {
  it('weighs numbered features as a running bot weighs the features themselves', () => {
    const model = fitted(OBSERVED);
    const texts = [aCall('come', 'soon'), benign('arrested', 'there'), benign()];
    const { names, observations } = numberWording(texts);
    expect(observations.map((one) => oddsOf(model, names, one))).toEqual(
      texts.map(({ features }) => wordingOdds(model, features)),
    );
  });

  it('judges only what was held out, by weights that have not seen it', () => {
    const heldOut = [
      { ...aCall('come', 'soon'), fold: 0 },
      { ...aCall('arrested'), fold: 0 },
      { ...benign('arrested', 'there'), fold: 0 },
    ];
    const figures = measureWording(numberWording([...OBSERVED, ...heldOut]));
    expect(figures).toMatchObject({ calls: 2, benign: 1, callsRight: 0.5, benignRight: 1 });
  });
});
