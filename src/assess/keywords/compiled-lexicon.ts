import type { Language } from '../assessment.js';
import type { Cue, LexiconEntry, Pattern } from './lexicon-input.js';
import type { Stem } from './morphology/morphology.js';
import type { Role } from './roles.js';
import type { StemIndex } from './stem-index.js';

/** A stem and the word it is a stem of. */
export interface StemUse {
  readonly word: number;
  readonly stem: Stem;
}

/** What the words of one language look like. */
export interface WordTables {
  readonly language: Language;
  readonly prefixes: readonly string[];
  readonly stems: StemIndex<StemUse>;
}

/** What a run of words stands for. */
export type Meaning =
  | { readonly kind: 'entry'; readonly entry: CompiledEntry }
  | { readonly kind: 'cue'; readonly cue: CompiledCue }
  | { readonly kind: 'context'; readonly context: number };

/** Words in a row, by word number; the key of `next` says how many other words may stand before the next. Most nodes are leaves. */
export interface PhraseNode {
  meanings: readonly Meaning[];
  next: ReadonlyMap<number, Map<number, PhraseNode>>;
}

/** The four ways in which neighbours decide, as numbers of context phrases. */
export interface CompiledContext {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly near: readonly number[];
  readonly name: boolean;
}

export interface CompiledEntry {
  readonly id: string;
  readonly language: Language;
  readonly role: Role;
  readonly gloss: string;
  readonly weight: number;
  readonly strict: LexiconEntry['strict'];
  readonly notWhen: CompiledContext | undefined;
  readonly onlyWhen: CompiledContext | undefined;
}

export interface CompiledCue extends Omit<Cue, 'notWhen'> {
  readonly language: Language;
  readonly notWhen: CompiledContext | undefined;
}

export interface CompiledPattern extends Pattern {
  /** The language whose act it needs; undefined for every language. */
  readonly language: Language | undefined;
  /** One bit a role of each slot: a text lacking one cannot meet the pattern. */
  readonly roleMasks: readonly number[];
}

/** A pack's words, patterns and cues as tables. Made by compileLexicon, read by findEvidence, changed by nobody. */
export interface CompiledLexicon {
  readonly tables: ReadonlyMap<Language, WordTables>;
  readonly phrases: ReadonlyMap<number, PhraseNode>;
  readonly patterns: readonly CompiledPattern[];
  /** How many different words the lexicon knows. */
  readonly words: number;
}
