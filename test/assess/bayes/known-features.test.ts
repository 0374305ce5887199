import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileBayes } from '../../../src/assess/bayes/bayes-table.js';
import { rowOf } from '../../../src/assess/bayes/feature-rows.js';
import { featureReader } from '../../../src/assess/bayes/features.js';
import { distinctRows, knownReader, NO_ROW } from '../../../src/assess/bayes/known-features.js';
import { stateOf, trainNatural } from '../../../src/assess/natural/bayes-classifier.js';
import { normalise } from '../../../src/assess/text/normalise.js';

const features = ['гово', '-гово', 'гово+тебе', 'купи', 'тебе+от', 'не+гово'];
const table = compileBayes(stateOf(trainNatural([{ features, label: 'join' }], 0.1)), () => true);
const by = {
  language: 'russian',
  rule: { prefix: 4, shortest: 3 },
  functionWords: new Set(['тебе', 'от', 'не']),
} as const;
const read = knownReader(table, by);
const row = (feature: string) => rowOf(table.rows, feature);

describe('what a table knows of a text', () => {
  const known = read(normalise('говорю тебе, купи, говорю').tokens);

  it('is a row for each word and each pair, and none for what it has not met', () => {
    expect([...known.words]).toEqual([row('гово'), NO_ROW, row('купи'), row('гово')]);
    expect([...known.pairs]).toEqual([row('гово+тебе'), NO_ROW, NO_ROW, NO_ROW]);
    expect([...known.letters]).toEqual([4, 0, 4, 4]);
  });

  it('counts once what is said twice', () => {
    expect([...distinctRows(known)]).toEqual([row('гово'), row('гово+тебе'), row('купи')]);
  });

  it('leaves out of a part of a text the pair that reaches out of it', () => {
    expect([...distinctRows(known, 0, 2)]).toEqual([row('гово'), row('гово+тебе')]);
    expect([...distinctRows(known, 0, 1)]).toEqual([row('гово')]);
  });

  it('is what the features that training reads stand for', () => {
    const featuresOf = featureReader(by);
    const words = fc.constantFrom('говорю', 'не', 'тебе', 'от', 'купи', 'хлеб', '15');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (text) => {
        const { tokens } = normalise(text.join(' '));
        const rowsOf = (feature: string | undefined) => (feature === undefined ? NO_ROW : (row(feature) ?? NO_ROW));
        const given = featuresOf(tokens);
        expect([...read(tokens).words]).toEqual(given.map(({ word }) => rowsOf(word)));
        expect([...read(tokens).pairs]).toEqual(given.map(({ pair }) => rowsOf(pair)));
      }),
    );
  });
});
