import type { Language } from '../assess/assessment.js';
import type { LexiconInput } from '../assess/keywords/lexicon-input.js';
import type { CasesFile, QuietKind, Writing } from './format/cases.js';
import type { ExamplesFile, Label } from './format/examples.js';
import type { FunctionWords } from './format/function-words.js';
import type { GroupsFile } from './format/groups.js';
import type { LexiconFile } from './format/lexicon.js';
import type { Manifest } from './format/pack.js';
import type { PatternsFile } from './format/patterns.js';

/** A text that Bayes learns from, with where it comes from. */
export interface Example {
  readonly language: Language;
  readonly label: Label;
  readonly text: string;
  readonly source: string;
  readonly licence: string;
  readonly reviewedBy: readonly string[];
}

type Pair = CasesFile['cases'][number];

/** A call and a benign text that differs from it in one thing. */
export interface CasePair extends Omit<Pair, 'note'> {
  readonly writing: Writing;
}

/** A benign text that must stay quiet on its own. */
export interface QuietCase {
  readonly id: string;
  readonly writing: Writing;
  readonly kind: QuietKind;
  readonly text: string;
  readonly gloss: string;
}

/** Everything that analysts edit, validated. */
export interface PackSources {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly groups: GroupsFile;
  readonly patterns: PatternsFile;
  readonly functionWords: FunctionWords;
  readonly lexicons: readonly LexiconFile[];
  readonly examples: readonly Example[];
  readonly pairs: readonly CasePair[];
  readonly quiet: readonly QuietCase[];
  /** SHA-256 over what models are built from: all but the cases, which only test. */
  readonly inputsHash: string;
}

/** The examples of a file, each with the file's own source, licence and readers where it has none. */
export function examplesOf(file: ExamplesFile): readonly Example[] {
  return file.examples.map((example) => ({
    language: file.language,
    label: example.label,
    text: example.text,
    source: example.source ?? file.source,
    licence: example.licence ?? file.licence,
    reviewedBy: example.reviewedBy ?? file.reviewedBy,
  }));
}

/** What the files of cases hold. */
export type Cases = Pick<PackSources, 'pairs' | 'quiet'>;

/** The cases of files, each with the writing of its file. */
export function casesOf(files: readonly CasesFile[]): Cases {
  return {
    pairs: files.flatMap(({ cases, writing }) => cases.map((pair) => ({ ...pair, writing }))),
    quiet: files.flatMap(({ quiet, writing }) => quiet.map((one) => ({ ...one, writing }))),
  };
}

/** The words, groups and patterns of a pack. */
export function keywordsOf({ lexicons, groups, patterns }: PackSources): LexiconInput {
  return { lexicons, groups: groups.groups, patterns: patterns.patterns };
}

/** The language whose lexicon a kind of writing needs. */
export function languageOf(writing: Writing): Language {
  if (writing === 'tg') return 'tajik';
  return writing === 'ru' ? 'russian' : 'uzbek';
}
