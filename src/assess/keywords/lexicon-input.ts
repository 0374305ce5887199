import type { Category, Language } from '../assessment.js';
import type { Grammar } from './evidence.js';
import type { Construction, CueKind, Role } from './roles.js';

/** Words around an entry; the same notation as a lemma, read as nouns unless marked `=`. */
export interface Context {
  /** One of these stands up to two words before. */
  readonly before?: readonly string[] | undefined;
  /** One of these stands up to two words after. */
  readonly after?: readonly string[] | undefined;
  /** One of these stands up to four words before or after. */
  readonly near?: readonly string[] | undefined;
  /** The word stands where a personal or place name stands: capitalised beside another capitalised word. */
  readonly name?: boolean | undefined;
  /** The word begins with two capitals in a text that is not all capitals, as an abbreviation is that would else be a common word («ИДУ», «иду»). */
  readonly capitals?: boolean | undefined;
}

/** How one word inflects when its last letters do not tell. */
export type WordClass = 'noun' | 'verb' | 'fixed';

/** One line of a lexicon. */
export interface LexiconEntry {
  readonly lemma: string;
  readonly also: readonly string[];
  readonly role: Role;
  readonly gloss: string;
  readonly weight: number;
  readonly is?: WordClass | undefined;
  readonly strict: boolean | 'if-letters';
  readonly gap?: number | undefined;
  readonly order: 'written' | 'any';
  readonly notWhen?: Context | undefined;
  readonly onlyWhen?: Context | undefined;
}

/** The stems of a verb that its infinitive does not give. */
export interface VerbForms {
  readonly infinitive: string;
  readonly present: readonly string[];
  readonly imperative: readonly string[];
  readonly past: readonly string[];
}

/** What a pattern asks of one of the words that fill it; a list means any of these. */
export interface Slot {
  readonly role: readonly Role[];
  readonly mood?: readonly Grammar['mood'][] | undefined;
  readonly person?: readonly (1 | 2 | 3)[] | undefined;
  readonly tense?: readonly ('past' | 'present' | 'future')[] | undefined;
  /** Left out: a negated word turns the pattern against the act. Given: the word must be so, and the pattern stays for it. */
  readonly negated?: boolean | undefined;
  /** Cases that the word must not stand in: «ИШИДни уринг» strikes the group, «ИШИДдан қочинг» flees from it. */
  readonly notCase?: readonly NonNullable<Grammar['case']>[] | undefined;
  /** Cases of which the word must stand in one: «за ИГИЛ» (dative), for whose sake it is done. */
  readonly case?: readonly NonNullable<Grammar['case']>[] | undefined;
  /** False: «мақтаган», who praised, does not fill it, since such a form tells of somebody. */
  readonly participle?: boolean | undefined;
}

/** Roles that together make a category. */
export interface Pattern {
  readonly id: string;
  readonly category: Category;
  readonly construction: Construction;
  readonly needs: readonly Slot[];
  readonly unless: readonly Slot[];
  readonly window: number;
  readonly order: 'written' | 'any';
  /** True: also in neighbouring sentences, at half the weight. `only`: in other sentences alone, up to two on, at its whole weight. */
  readonly adjacent: boolean | 'only';
  /** True: the act must stand in a question. */
  readonly question: boolean;
  readonly weight: number;
  readonly gloss: string;
}

/** Words that speak against taking a pattern at its word. */
export interface Cue {
  readonly words: string;
  readonly also: readonly string[];
  readonly kind: CueKind;
  readonly side: 'before' | 'after' | 'either';
  readonly reach: number;
  readonly weight: number;
  readonly gloss: string;
  readonly flips: boolean;
  readonly binds: 'strong' | 'weak';
  readonly comma: 'passes' | 'stops';
  readonly across: boolean;
  readonly is?: WordClass | undefined;
  readonly as?: Omit<Slot, 'role'> | undefined;
  readonly of?: Omit<Slot, 'role'> | undefined;
  readonly strict: LexiconEntry['strict'];
  readonly notWhen?: Context | undefined;
}

/** One language's file. */
export interface LanguageLexicon {
  readonly language: Language;
  readonly verbs: readonly VerbForms[];
  readonly entries: readonly LexiconEntry[];
  readonly patterns: readonly Pattern[];
  readonly cues: readonly Cue[];
}

/** A designated group; its names become entries of role `group`. */
export interface Group {
  readonly id: string;
  readonly gloss: string;
  readonly names: Readonly<Partial<Record<Language, readonly GroupName[]>>>;
}

/** One name of a group in one language. */
export interface GroupName {
  readonly name: string;
  readonly also: readonly string[];
  readonly weight: number;
  readonly is?: WordClass | undefined;
  readonly strict: boolean | 'if-letters';
  readonly notWhen?: Context | undefined;
  readonly onlyWhen?: Context | undefined;
}

/** Everything that {@link compileLexicon} turns into tables: parsed, validated, defaults filled in. */
export interface LexiconInput {
  readonly lexicons: readonly LanguageLexicon[];
  readonly groups: readonly Group[];
  /** Of patterns.yaml: they hold in every language. */
  readonly patterns: readonly Pattern[];
}
