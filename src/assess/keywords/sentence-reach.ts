import type { Token } from '../text/token.js';
import type { Term } from './find-terms.js';
import type { Pattern } from './lexicon-input.js';

/** A pattern of one sentence and the next tells its story over three at the most. */
const MOST_SENTENCES_ON = 2;

/** How many sentences a pattern's words may stand from its act. */
export function sentencesOn({ adjacent }: Pick<Pattern, 'adjacent'>): number {
  if (adjacent === 'only') return MOST_SENTENCES_ON;
  return adjacent ? 1 : 0;
}

/** The number of the sentence that a word stands in. */
export function sentenceOf(term: Term, tokens: readonly Token[]): number {
  return tokens[term.first]?.sentence ?? 0;
}

/** Whether two words stand in one sentence. */
export function inSentence(a: Term, b: Term, tokens: readonly Token[]): boolean {
  return sentenceOf(a, tokens) === sentenceOf(b, tokens);
}
