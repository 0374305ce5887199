import { CATEGORIES, type Language } from '../assessment.js';
import type { Token } from '../text/token.js';
import type { BayesState } from './bayes-state.js';
import { type BayesTable, compileBayes } from './bayes-table.js';
import { type BayesOpinion, oddsOfRows } from './call-odds.js';
import type { FeatureRule } from './features.js';
import { distinctRows, type KnownFeatures, knownReader } from './known-features.js';

/** A trained classifier of one language, ready to read texts. */
export interface BayesReader {
  readonly table: BayesTable;
  /** What is known of each token. */
  read(tokens: readonly Token[]): KnownFeatures;
  /** What it says of a text, or of the tokens from `first` to before `last`. */
  opinion(known: KnownFeatures, first?: number, last?: number): BayesOpinion;
}

const CALLS: ReadonlySet<string> = new Set(CATEGORIES);

/** Whether a class is a call rather than a benign kind. */
export function isCall(label: string): boolean {
  return CALLS.has(label);
}

/** Compiles a trained classifier. Function words are weak keys ({@link weakKey}). */
export function compileReader(
  language: Language,
  state: BayesState,
  { prefix, shortest }: FeatureRule,
  functionWords: Iterable<string>,
): BayesReader {
  // Not the rule that was given: it may be the whole trained model, which must not stay in memory beside its table.
  const rule = { prefix, shortest };
  const table = compileBayes(state, isCall);
  return {
    table,
    read: knownReader(table, { language, rule, functionWords: new Set(functionWords) }),
    opinion: (known, first, last) => oddsOfRows(table, distinctRows(known, first, last)),
  };
}
