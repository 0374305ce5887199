import type { Category, Language, Polarity } from '../assessment.js';

/** What the form of a matched word says about the act it names. */
export interface Grammar {
  /** True when the word itself is negated or forbidden («қўшилманг», «нашавед», «не вступайте»). */
  readonly negated: boolean;
  readonly mood: 'imperative' | 'exhortative' | 'optative' | 'indicative' | 'infinitive' | 'nominal' | 'unknown';
  readonly person: 1 | 2 | 3 | undefined;
  readonly tense: 'past' | 'present' | 'future' | undefined;
  /** Of a noun whose ending tells it (Uzbek, and Tajik -ро): what is done to it, or away from it; Russian «за ИГИЛ» counts as a dative. Absent where the form does not say. */
  readonly case?: 'accusative' | 'ablative' | 'dative' | undefined;
}

/** A lexicon entry found in the text; token indices are inclusive `first`, exclusive `last`. */
export interface TermHit {
  readonly entry: string;
  readonly language: Language;
  readonly role: string;
  readonly gloss: string;
  readonly weight: number;
  readonly first: number;
  readonly last: number;
  readonly grammar: Grammar;
}

/** A pattern that was met by some hits. */
export interface PatternHit {
  readonly pattern: string;
  readonly language: Language;
  readonly category: Category;
  readonly polarity: Polarity;
  readonly gloss: string;
  readonly weight: number;
  readonly first: number;
  readonly last: number;
  /** The hits that filled the pattern's roles. */
  readonly hits: readonly TermHit[];
}

/** Something that speaks against taking a pattern at its word. */
export interface CueHit {
  readonly cue: string;
  readonly language: Language;
  /** reporting, law, refutation, negation, quotation, question, history, warning, homonym, name. */
  readonly kind: string;
  readonly gloss: string;
  /** Negative. */
  readonly weight: number;
  readonly first: number;
  readonly last: number;
  /** The index in {@link Evidence.patterns} of each pattern hit this cue governs; none of them where it stands apart. */
  readonly governs: readonly number[];
}

/** All that keywords have to say about a text. */
export interface Evidence {
  readonly hits: readonly TermHit[];
  readonly patterns: readonly PatternHit[];
  readonly cues: readonly CueHit[];
}
