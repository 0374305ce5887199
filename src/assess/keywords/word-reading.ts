import type { Language } from '../assessment.js';
import type { Script } from '../text/token.js';
import type { Grammar } from './evidence.js';

/** A word of the lexicon that a token is a form of. */
export interface WordReading {
  readonly word: number;
  readonly language: Language;
  readonly grammar: Grammar;
  /** The stem in its right spelling. */
  readonly plain: string;
}

/** Scripts whose words the lexicon knows. */
export type ReadScript = Extract<Script, 'Cyrl' | 'Latn'>;

/** The words of the lexicon that a word may be a form of, in some languages, in the order in which these were asked for. */
export type WordReader = (form: string, script: ReadScript) => readonly WordReading[];
