import type { BayesDocument, BayesState } from '../assess/bayes/bayes-state.js';
import { stateOf, trainNatural } from '../assess/natural/bayes-classifier.js';

/** Trains one language's classifier on equal documents for each class. The counts are the same at every smoothing. */
export function buildBayes(documents: readonly BayesDocument[], smoothing: number): BayesState {
  const telling = documents.filter(({ features }) => features.length > 0);
  return stateOf(trainNatural(equalise(telling), smoothing));
}

/**
 * Counts the documents of small classes more than once, until each class has as many as the largest. natural smooths by documents of
 * a class, so a class with few of them would swallow every word that it has not seen.
 */
export function equalise(documents: readonly BayesDocument[]): readonly BayesDocument[] {
  const byLabel = new Map<string, BayesDocument[]>();
  for (const document of documents) {
    const own = byLabel.get(document.label) ?? [];
    own.push(document);
    byLabel.set(document.label, own);
  }
  const most = [...byLabel.values()].reduce((highest, own) => Math.max(highest, own.length), 0);
  return [...byLabel.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [times, once] = [Math.floor(most / own.length), most % own.length];
      // Which ones are counted once more must not depend on the order of a file.
      return own
        .map((document) => ({ document, key: document.features.join(' ') }))
        .sort(byKey)
        .map(({ document }, index) => ({ ...document, times: index < once ? times + 1 : times }));
    });
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}
