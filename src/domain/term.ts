import type { Language } from '../assess/assessment.js';

/** A word of the classifier pack, as people look for it. */
export interface Term {
  readonly language: Language;
  readonly lemma: string;
  /** Other spellings and words that stand for the same. */
  readonly also: readonly string[];
  readonly role: string;
  /** English. */
  readonly gloss: string;
}
