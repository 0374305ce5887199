import type { BayesTable } from './bayes-table.js';
import type { TokenFeatures } from './features.js';

/**
 * The features of each token as rows of a table, {@link NO_ROW} where there is none that it knows. Looked up once: then the text
 * is asked about as a whole, in parts, and for what moved the odds.
 */
export interface KnownFeatures {
  readonly words: Int32Array;
  /** Of a token and the next one. */
  readonly pairs: Int32Array;
}

export const NO_ROW = -1;

export function lookUpFeatures({ rows }: BayesTable, features: readonly TokenFeatures[]): KnownFeatures {
  const words = new Int32Array(features.length);
  const pairs = new Int32Array(features.length);
  features.forEach(({ word, pair }, token) => {
    words[token] = word === undefined ? NO_ROW : (rows.get(word) ?? NO_ROW);
    pairs[token] = pair === undefined ? NO_ROW : (rows.get(pair) ?? NO_ROW);
  });
  return { words, pairs };
}

/** The rows of the tokens from `first` to before `last`: a pair that reaches out of a part is none of its own. */
export function distinctRows(
  { words, pairs }: KnownFeatures,
  first = 0,
  last: number = words.length,
): ReadonlySet<number> {
  const rows = new Set<number>();
  for (let token = first; token < last; token += 1) {
    rows.add(words[token] ?? NO_ROW);
    if (token + 1 < last) rows.add(pairs[token] ?? NO_ROW);
  }
  rows.delete(NO_ROW);
  return rows;
}
