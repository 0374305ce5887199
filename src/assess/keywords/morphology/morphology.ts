import type { Language } from '../../assessment.js';
import type { Grammar } from '../evidence.js';
import type { VerbForms, WordClass } from '../lexicon-input.js';

/** What may follow a stem, in folded letters, with what the whole form then says. */
export type Endings = ReadonlyMap<string, Grammar>;

/** One way a word begins, in folded letters. */
export interface Stem {
  readonly key: string;
  /** The stem in its right spelling, for entries that do not accept keyboard spellings. */
  readonly plain: string;
  /** Endings by prefix, in the order of {@link Morphology.prefixes}; undefined where the prefix does not go with this stem. */
  readonly endings: readonly (Endings | undefined)[];
  /** A spelling that only a transliteration gives: j for ж reads as ч, but речь is no form of резать. */
  readonly latinOnly?: boolean | undefined;
  /** Asked of Cyrillic forms after the endings: one that begins with ё or э does not belong to the word after all. */
  readonly withoutYo?: boolean | undefined;
  /** Asked of Cyrillic forms after the endings: natural's stemmer must give one of these. */
  readonly stemsTo?: readonly string[] | undefined;
}

/** A word of a lemma with the class that decides what may attach. Abbreviations take cases only: ИШИДга, but never ИШИДи. */
export interface Word {
  readonly text: string;
  readonly is: WordClass | 'abbreviation';
}

/** Stems that analysts give because the infinitive does not, by infinitive. */
export type VerbTable = ReadonlyMap<string, VerbForms>;

/** How the words of one language inflect. */
export interface Morphology {
  readonly language: Language;
  /** What may stand before a stem, in folded letters; the empty prefix is first. */
  readonly prefixes: readonly string[];
  /** The class of a word that the lexicon leaves open. */
  readonly classOf: (text: string, verbs: VerbTable) => WordClass;
  readonly stemsOf: (word: Word, verbs: VerbTable) => readonly Stem[];
  /** Verbs that stand behind another and lend it their form. */
  readonly auxiliaries: readonly Stem[];
}
