import type { BayesDocument, BayesState } from '../assess/bayes/bayes-state.js';
import { stateOf, trainNatural } from '../assess/natural/bayes-classifier.js';

/** Trains one language's classifier on equal documents for each class. The counts are the same at every smoothing. */
export function buildBayes(documents: readonly BayesDocument[], smoothing: number): BayesState {
  const telling = documents.filter(({ features }) => features.length > 0);
  return stateOf(trainNatural(equalise(telling), smoothing));
}

/**
 * Repeats the documents of small classes until each has as many as the largest. natural smooths by documents of a class,
 * so a class with few of them would swallow every word that it has not seen.
 */
export function equalise(documents: readonly BayesDocument[]): readonly BayesDocument[] {
  const byLabel = new Map<string, BayesDocument[]>();
  for (const document of documents) {
    const own = byLabel.get(document.label) ?? [];
    own.push(document);
    byLabel.set(document.label, own);
  }
  const most = Math.max(0, ...[...byLabel.values()].map((own) => own.length));
  return [...byLabel.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      // Which ones are repeated once more must not depend on the order of a file.
      const sorted = own.map((document) => ({ document, key: document.features.join(' ') })).sort(byKey);
      return Array.from({ length: most }, (_, index) => sorted[index % sorted.length]?.document);
    })
    .filter((document) => document !== undefined);
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}
