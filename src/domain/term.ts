import type { Language } from '../assess/assessment.js';

/** A word of the classifier pack, as people look for it. */
export interface Term {
  readonly language: Language;
  readonly lemma: string;
  readonly role: string;
  /** English. */
  readonly gloss: string;
}

/** Words of the classifier pack that somebody may mean by this text, in whatever spelling it is typed; the likeliest first. */
export type TermSearch = (text: string) => readonly Term[];

/** For a classifier without words. */
export const NO_TERMS: TermSearch = () => [];
