import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { BayesDocument, BayesState } from '../bayes/bayes-state.js';

/** Keeps tokens such as `constructor` and `__proto__`, and numbers, from meaning something to the plain objects in which natural keeps features. */
const PREFIX = 'f:';

/**
 * Trains natural's own classifier in linear time.
 *
 * natural's `train` scans every known feature for every document: 10,000 documents take two minutes, synchronously.
 * So documents are added through natural, each once, and the state that its `train` would reach is written into it directly.
 * test/assess/bayes compares both.
 */
export function trainNatural(documents: readonly BayesDocument[], smoothing: number): BayesClassifier {
  const classifier = new BayesClassifier(undefined, smoothing);
  // natural ignores a document without features.
  const telling = documents.filter(({ features }) => features.length > 0);
  for (const { features, label } of telling) classifier.addDocument(features.map(prefixed), label);

  const numbers = new Map(Object.keys(classifier.features).map((feature, index) => [feature, index]));
  const state = classifier.classifier;
  classifier.docs.forEach(({ label, text }, index) => {
    const times = telling[index]?.times ?? 1;
    state.totalExamples += times;
    state.classTotals[label] = (state.classTotals[label] ?? 1) + times;
    const counts = state.classFeatures[label] ?? {};
    state.classFeatures[label] = counts;
    if (times > 1)
      for (const feature of text) classifier.features[feature] = (classifier.features[feature] ?? 0) + times - 1;
    for (const feature of new Set(text)) {
      const number = numbers.get(feature);
      if (number !== undefined) counts[number] = (counts[number] ?? smoothing) + times;
    }
  });
  classifier.lastAdded = classifier.docs.length;
  return classifier;
}

/** Reads the counts out of a trained classifier. */
export function stateOf(classifier: BayesClassifier): BayesState {
  const { classFeatures, classTotals, smoothing } = classifier.classifier;
  const classes = Object.keys(classTotals);
  const perClass = classes.map((label) => classFeatures[label] ?? {});
  const counts = Object.keys(classifier.features).map((feature, number): [string, readonly number[]] => [
    feature.slice(PREFIX.length),
    perClass.map((known) => Math.round((known[number] ?? smoothing) - smoothing)),
  ]);
  return {
    smoothing,
    classes,
    documents: classes.map((label) => (classTotals[label] ?? 1) - 1),
    counts: new Map(counts),
  };
}

/** The tokens as natural knows them. */
export function prefixed(feature: string): string {
  return `${PREFIX}${feature}`;
}
