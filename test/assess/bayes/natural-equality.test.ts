import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { BayesDocument } from '../../../src/assess/bayes/bayes-state.js';
import { compileBayes, logPosteriors } from '../../../src/assess/bayes/bayes-table.js';
import { prefixed, stateOf, trainNatural } from '../../../src/assess/natural/bayes-classifier.js';

const words = fc.constantFrom(
  'а',
  'б',
  'в',
  'г',
  'д',
  '__proto__',
  'constructor',
  'toString',
  '1',
  '0',
  'hasOwnProperty',
);
const features = fc.array(words, { minLength: 1, maxLength: 8 });
const documents: fc.Arbitrary<BayesDocument[]> = fc.array(
  fc.record({
    features,
    label: fc.constantFrom('join', 'pay', 'news', 'everyday'),
    times: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 20 },
);
const smoothings = fc.constantFrom(0.01, 0.1, 0.3, 1);

/** natural as documented: add, as often as it counts, then its own quadratic train. */
function trainedByNatural(all: readonly BayesDocument[], smoothing: number): BayesClassifier {
  const classifier = new BayesClassifier(undefined, smoothing);
  for (const { features, label, times = 1 } of all)
    for (let time = 0; time < times; time += 1) classifier.addDocument(features.map(prefixed), label);
  classifier.train();
  return classifier;
}

describe('the linear trainer', () => {
  it('reaches the state that natural reaches on its own', () => {
    fc.assert(
      fc.property(documents, smoothings, (all, smoothing) => {
        const ours = trainNatural(all, smoothing);
        const theirs = trainedByNatural(all, smoothing);
        expect(ours.features).toEqual(theirs.features);
        expect(ours.classifier.classTotals).toEqual(theirs.classifier.classTotals);
        expect(ours.classifier.totalExamples).toBe(theirs.classifier.totalExamples);
        expect(rounded(ours)).toEqual(rounded(theirs));
      }),
    );
  });

  it('answers through its tables as natural answers, to 1e-9', () => {
    fc.assert(
      fc.property(documents, smoothings, features, (all, smoothing, text) => {
        const theirs = trainedByNatural(all, smoothing).getClassifications(text.map(prefixed));
        const table = compileBayes(stateOf(trainNatural(all, smoothing)), () => false);
        const ours = logPosteriors(table, text);
        for (const { label, value } of theirs)
          expect(ours[table.classes.indexOf(label)]).toBeCloseTo(Math.log(value), 9);
        const best = Math.max(...ours);
        const naturalsChoice = theirs[0]?.label ?? '';
        expect(ours[table.classes.indexOf(naturalsChoice)]).toBeCloseTo(best, 9);
      }),
    );
  });

  it('stays natural: the classifier it fills classifies by natural itself', () => {
    const classifier = trainNatural(
      [
        { features: ['а', 'б'], label: 'join' },
        { features: ['в'], label: 'news' },
      ],
      0.1,
    );
    expect(classifier.classify([prefixed('б')])).toBe('join');
  });

  it('does not underflow on a text on which natural answers 0 for every class', () => {
    const long = Array.from({ length: 2000 }, (_, index) => `w${index}`);
    const all = [
      { features: long, label: 'join' },
      { features: ['в'], label: 'news' },
      { features: ['г'], label: 'news' },
    ];
    const classifier = trainNatural(all, 0.1);
    expect(classifier.getClassifications(['в', 'г', ...long].map(prefixed)).at(-1)?.value).toBe(0);
    const ours = logPosteriors(
      compileBayes(stateOf(classifier), () => false),
      ['в', 'г', ...long],
    );
    expect([...ours].every(Number.isFinite)).toBe(true);
    expect(ours[0]).toBeGreaterThan(ours[1] ?? 0);
  });
});

describe('many documents', () => {
  it('are learnt, where natural would train for hours', () => {
    const all = Array.from({ length: 100_000 }, (_, number) => ({
      features: Array.from(
        { length: 12 },
        (_unused, index) => `w${(number * 7919 + index * index * 104_729) % 50_000}`,
      ),
      label: `class${number % 12}`,
    }));
    const state = stateOf(trainNatural(all, 0.1));
    expect(state.documents.reduce((sum, count) => sum + count)).toBe(100_000);
  });
});

function rounded(classifier: BayesClassifier) {
  const entries = Object.entries(classifier.classifier.classFeatures);
  return entries.map(([label, counts]) => [
    label,
    Object.entries(counts).map(([number, count]) => [number, count.toFixed(9)]),
  ]);
}
