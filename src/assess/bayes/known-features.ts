import type { Token } from '../text/token.js';
import type { BayesTable } from './bayes-table.js';
import { denialOf, type FeatureReading, isDenied, wordReader } from './features.js';

/**
 * The features of each token as rows of a table, {@link NO_ROW} where there is none that it knows. Looked up once: then the text
 * is asked about as a whole, in parts, and for what moved the odds.
 */
export interface KnownFeatures {
  readonly words: Int32Array;
  /** Of a token and the next one. */
  readonly pairs: Int32Array;
  /** Letters of the word's feature, known or not; 0 where Bayes has no opinion by rule. */
  readonly letters: Uint8Array;
}

export const NO_ROW = -1;

/** A reader that gives a text what a table knows of it: the rows of what `featureReader` gives, without putting the features together. */
export function knownReader({ rows }: BayesTable, by: FeatureReading): (tokens: readonly Token[]) => KnownFeatures {
  const read = wordReader(by, ({ word, paired }) => ({
    letters: word?.length ?? 0,
    row: word === undefined ? NO_ROW : (rows.words.get(word) ?? NO_ROW),
    denied: word === undefined ? NO_ROW : (rows.words.get(denialOf(word)) ?? NO_ROW),
    paired,
    behind: rows.pairs.get(paired),
  }));
  return (tokens) => {
    const words = new Int32Array(tokens.length);
    const pairs = new Int32Array(tokens.length).fill(NO_ROW);
    const letters = new Uint8Array(tokens.length);
    let before: ReturnType<typeof read> | undefined;
    for (const [index, token] of tokens.entries()) {
      const word = read(token);
      letters[index] = word.letters;
      words[index] = isDenied(tokens, index, by.language) ? word.denied : word.row;
      if (before !== undefined && before.letters + word.letters > 0)
        pairs[index - 1] = before.behind?.get(word.paired) ?? NO_ROW;
      before = word;
    }
    return { words, pairs, letters };
  };
}

/** Sees a row, and the token or two that its feature is of. */
type SeeRow = (row: number, token: number, tokens: 1 | 2) => void;

/** Shows the rows of the tokens from `first` to before `last`: a pair that reaches out of a part is none of its own. */
export function eachRow({ words, pairs }: KnownFeatures, first: number, last: number, see: SeeRow): void {
  for (let token = first; token < last; token += 1) {
    const [word, pair] = [words[token] ?? NO_ROW, pairs[token] ?? NO_ROW];
    if (word !== NO_ROW) see(word, token, 1);
    if (pair !== NO_ROW && token + 1 < last) see(pair, token, 2);
  }
}

/** Each of {@link eachRow} once. */
export function distinctRows(known: KnownFeatures, first = 0, last: number = known.words.length): ReadonlySet<number> {
  const rows = new Set<number>();
  eachRow(known, first, last, (row) => rows.add(row));
  return rows;
}
