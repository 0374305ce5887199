import type { Language } from '../assessment.js';
import type { Readings } from './change-readings.js';
import type { Grammar } from './evidence.js';
import type { Auxiliary, CompiledPattern, Items, StemUse } from './lexicon-tables.js';
import type { PhraseNodes } from './phrase-tree.js';
import type { Role } from './roles.js';
import type { WordIndex } from './word-index.js';
import type { WordReader } from './word-reading.js';

/** What the words of one language look like. */
export interface WordTables {
  readonly language: Language;
  readonly prefixes: readonly string[];
  readonly stems: WordIndex;
  /** By stem: the words that it is a stem of. */
  readonly uses: Items<readonly StemUse[]>;
  readonly endings: WordIndex;
  /** By ending: what it says, by table of endings. */
  readonly meanings: readonly (readonly (Grammar | undefined)[])[];
  readonly auxiliaries: readonly Auxiliary[];
}

/** A pack's words, patterns and cues as tables. Made by openLexicon, read by findEvidence, changed by nobody. */
export interface CompiledLexicon {
  readonly tables: ReadonlyMap<Language, WordTables>;
  readonly readerIn: (languages: ReadonlySet<Language>) => WordReader;
  readonly phrases: PhraseNodes;
  /** Whether the roles that words may have could make a text worth watching; see tellingRoles. */
  readonly couldTell: (readings: Readings) => boolean;
  /** The patterns whose act a word of this role and language may be. */
  readonly patternsOf: (role: Role, language: Language) => readonly CompiledPattern[];
  /** How many different words the lexicon knows. */
  readonly words: number;
}
