import type { Language } from '../assessment.js';
import type { Grammar } from './evidence.js';
import type { Cue, LexiconEntry, Pattern } from './lexicon-input.js';
import type { Role } from './roles.js';

/** A list whose items may be worked out when they are asked for: most of a lexicon never is. An array is one, too. */
export interface Items<T> extends Iterable<T> {
  at(index: number): T | undefined;
}

/** A pack's words, patterns and cues, worked out: plain data that `models/keywords.json` keeps, so that loading only reads. */
export interface LexiconTables {
  readonly languages: readonly LanguageTables[];
  readonly phrases: Items<Phrase>;
  /** By word: the numbers of the phrases that it may begin, ascending. */
  readonly begun: Items<readonly number[]>;
  readonly roles: WordRoles;
  readonly patterns: readonly CompiledPattern[];
  /** How many different words the lexicon knows. */
  readonly words: number;
}

/** What the words of one language look like. A table is a number: what may follow the stems that name it. */
export interface LanguageTables {
  readonly language: Language;
  readonly prefixes: readonly string[];
  /** The ways in which words of the lexicon begin, in folded letters, each once. */
  readonly stems: readonly string[];
  /** By stem: the words that it is a stem of. */
  readonly uses: Items<readonly StemUse[]>;
  readonly endings: readonly EndingGroup[];
  readonly auxiliaries: readonly Auxiliary[];
}

/** A word of the lexicon that a stem begins. */
export interface StemUse {
  /** The stem in its right spelling, for entries that do not accept keyboard spellings. */
  readonly plain: string;
  readonly word: number;
  /** The table of endings by prefix; {@link NO_TABLE} where the prefix does not go with this stem. */
  readonly tables: readonly number[];
  /** A spelling that only a transliteration gives. */
  readonly latinOnly: boolean;
  /** A Cyrillic form must not begin with ё or э. */
  readonly withoutYo: boolean;
  /** A Cyrillic form must have one of these stems by natural's stemmer; undefined where any will do. */
  readonly stemsTo: readonly string[] | undefined;
}

export const NO_TABLE = -1;

/** Endings that say the same. */
export interface EndingGroup {
  readonly endings: readonly string[];
  /** What they say, by table; undefined in tables that do not have them. */
  readonly meanings: readonly (Grammar | undefined)[];
}

/** A verb that lends its form to the one before it. */
export interface Auxiliary {
  readonly key: string;
  readonly table: number;
}

/** By word, a bit a role: what the entries that are this word alone are, those that it begins, and those that it ends. */
export interface WordRoles {
  readonly alone: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Words in a row and what they stand for. */
export interface Phrase {
  readonly places: readonly PhrasePlace[];
  readonly meaning: Meaning;
}

/** One place of a phrase in word numbers. */
export interface PhrasePlace {
  readonly words: readonly number[];
  readonly gap: number;
}

/** What a run of words stands for. */
export type Meaning =
  | { readonly kind: 'entry'; readonly entry: CompiledEntry }
  | { readonly kind: 'cue'; readonly cue: CompiledCue }
  | { readonly kind: 'context'; readonly context: number };

/** The ways in which neighbours and capitals decide; neighbours as numbers of context phrases. */
export interface CompiledContext {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly near: readonly number[];
  readonly name: boolean;
  readonly capitals: boolean;
}

export interface CompiledEntry {
  readonly id: string;
  readonly language: Language;
  readonly role: Role;
  readonly gloss: string;
  readonly weight: number;
  readonly strict: LexiconEntry['strict'];
  readonly notWhen?: CompiledContext | undefined;
  readonly onlyWhen?: CompiledContext | undefined;
}

export interface CompiledCue extends Omit<Cue, 'notWhen'> {
  readonly language: Language;
  readonly notWhen?: CompiledContext | undefined;
}

export interface CompiledPattern extends Pattern {
  /** The language whose act it needs; undefined for every language. */
  readonly language?: Language | undefined;
  /** One bit a role of each slot: a text lacking one cannot meet the pattern. */
  readonly roleMasks: readonly number[];
}
