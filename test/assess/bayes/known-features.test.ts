import { describe, expect, it } from '@jest/globals';
import { compileBayes } from '../../../src/assess/bayes/bayes-table.js';
import type { TokenFeatures } from '../../../src/assess/bayes/features.js';
import { distinctRows, lookUpFeatures, NO_ROW } from '../../../src/assess/bayes/known-features.js';
import { stateOf, trainNatural } from '../../../src/assess/natural/bayes-classifier.js';

const table = compileBayes(
  stateOf(trainNatural([{ features: ['гово', 'гово+тебе', 'купи'], label: 'join' }], 0.1)),
  () => true,
);
const row = (feature: string) => table.rows.get(feature);
const features: readonly TokenFeatures[] = [
  { word: 'гово', pair: 'гово+тебе' },
  { word: undefined, pair: 'тебе+купи' },
  { word: 'купи', pair: undefined },
  { word: 'гово', pair: undefined },
];
const known = lookUpFeatures(table, features);

describe('what a table knows of a text', () => {
  it('is a row for each word and each pair, and none for what it has not met', () => {
    expect([...known.words]).toEqual([row('гово'), NO_ROW, row('купи'), row('гово')]);
    expect([...known.pairs]).toEqual([row('гово+тебе'), NO_ROW, NO_ROW, NO_ROW]);
  });

  it('counts once what is said twice', () => {
    expect([...distinctRows(known)]).toEqual([row('гово'), row('гово+тебе'), row('купи')]);
  });

  it('leaves out of a part of a text the pair that reaches out of it', () => {
    expect([...distinctRows(known, 0, 2)]).toEqual([row('гово'), row('гово+тебе')]);
    expect([...distinctRows(known, 0, 1)]).toEqual([row('гово')]);
  });
});
