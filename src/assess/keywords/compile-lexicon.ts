import type { Language } from '../assessment.js';
import type {
  CompiledContext,
  CompiledLexicon,
  CompiledPattern,
  Meaning,
  StemUse,
  WordTables,
} from './compiled-lexicon.js';
import type {
  Context,
  Group,
  GroupName,
  LanguageLexicon,
  LexiconEntry,
  LexiconInput,
  Pattern,
  VerbForms,
} from './lexicon-input.js';
import type { Morphology, VerbTable, Word } from './morphology/morphology.js';
import { russian } from './morphology/russian.js';
import { tajik } from './morphology/tajik.js';
import { uzbek } from './morphology/uzbek.js';
import { normaliseLemma, type Place, parseWords, type Reading } from './parse-words.js';
import { addPhrase, type PhraseRoot } from './phrase-tree.js';
import { ROLES, type Role } from './roles.js';
import { buildStemIndex } from './stem-index.js';

const MORPHOLOGIES: Readonly<Record<Language, Morphology>> = { tajik, uzbek, russian };

/** What is collected while the input is read; local to one call of compileLexicon. */
interface Workbench {
  readonly wordNumbers: Map<string, number>;
  readonly stems: Map<Language, [string, StemUse][]>;
  readonly phrases: PhraseRoot;
  readonly contexts: Map<string, number>;
}

/** The words of one language while it is being compiled. */
interface Desk {
  readonly bench: Workbench;
  readonly morphology: Morphology;
  readonly verbs: VerbTable;
}

/** Turns a pack's words, groups, patterns and cues into tables. Pure; about linear in the number of entries. */
export function compileLexicon(input: LexiconInput): CompiledLexicon {
  const bench: Workbench = { wordNumbers: new Map(), stems: new Map(), phrases: new Map(), contexts: new Map() };
  for (const lexicon of input.lexicons) compileLanguage(lexicon, input.groups, bench);

  return {
    tables: new Map([...bench.stems].map(([language, stems]) => [language, tablesOf(language, stems)])),
    phrases: bench.phrases,
    patterns: [
      ...input.patterns.map((pattern) => compilePattern(pattern, undefined)),
      ...input.lexicons.flatMap((file) => file.patterns.map((pattern) => compilePattern(pattern, file.language))),
    ],
    words: bench.wordNumbers.size,
  };
}

function tablesOf(language: Language, stems: readonly (readonly [string, StemUse])[]): WordTables {
  return { language, prefixes: MORPHOLOGIES[language].prefixes, stems: buildStemIndex(stems) };
}

function compileLanguage(lexicon: LanguageLexicon, groups: readonly Group[], bench: Workbench): void {
  const verbs = new Map<string, VerbForms>(
    lexicon.verbs.map((verb) => [normaliseLemma(verb.infinitive), normaliseVerb(verb)]),
  );
  const desk: Desk = { bench, morphology: MORPHOLOGIES[lexicon.language], verbs };
  if (!bench.stems.has(lexicon.language)) bench.stems.set(lexicon.language, []);

  for (const entry of lexicon.entries) addEntry(entry, entry.lemma, desk);
  for (const group of groups)
    for (const entry of groupEntries(group, lexicon.language)) addEntry(entry, group.id, desk);
  for (const cue of lexicon.cues) {
    const meaning: Meaning = {
      kind: 'cue',
      cue: { ...cue, language: lexicon.language, notWhen: compileContext(cue.notWhen, desk) },
    };
    for (const words of [cue.words, ...cue.also]) addWords(words, 'written', meaning, { ...desk, is: cue.is });
  }
}

function normaliseVerb(verb: VerbForms): VerbForms {
  return {
    infinitive: normaliseLemma(verb.infinitive),
    present: verb.present.map(normaliseLemma),
    imperative: verb.imperative.map(normaliseLemma),
    past: verb.past.map(normaliseLemma),
  };
}

/** A group is known by its names in every language, since people mix them; names that need care stay in their own. */
function groupEntries(group: Group, language: Language): readonly LexiconEntry[] {
  const own = group.names[language] ?? [];
  const borrowed = Object.entries(group.names)
    .filter(([other]) => other !== language)
    .flatMap(([, names]) => names ?? [])
    .filter((name) => isPlain(name) && !own.some((known) => sameName(known, name)));
  return [...own, ...borrowed].map((name) => ({
    ...name,
    lemma: name.name,
    role: 'group',
    gloss: group.gloss,
    order: 'written',
  }));
}

function isPlain(name: GroupName): boolean {
  return name.strict === false && name.notWhen === undefined && name.onlyWhen === undefined && !/\s/.test(name.name);
}

function sameName(a: GroupName, b: GroupName): boolean {
  return normaliseLemma(a.name) === normaliseLemma(b.name);
}

function addEntry(entry: LexiconEntry, id: string, desk: Desk): void {
  const meaning: Meaning = {
    kind: 'entry',
    entry: {
      id,
      language: desk.morphology.language,
      role: entry.role,
      gloss: entry.gloss,
      weight: entry.weight,
      strict: entry.strict,
      notWhen: compileContext(entry.notWhen, desk),
      onlyWhen: compileContext(entry.onlyWhen, desk),
    },
  };
  const reading = { ...desk, is: entry.is, gap: entry.gap };
  for (const words of [entry.lemma, ...entry.also]) addWords(words, entry.order, meaning, reading);
}

function compileContext(context: Context | undefined, desk: Desk): CompiledContext | undefined {
  if (context === undefined) return undefined;
  const numbers = (phrases: readonly string[] | undefined): readonly number[] =>
    (phrases ?? []).map((phrase) => contextNumber(phrase, desk));
  return {
    before: numbers(context.before),
    after: numbers(context.after),
    near: numbers(context.near),
    name: context.name ?? false,
  };
}

function contextNumber(phrase: string, desk: Desk): number {
  const { contexts } = desk.bench;
  const key = `${desk.morphology.language} ${normaliseLemma(phrase)}`;
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const context = contexts.size;
  contexts.set(key, context);
  addWords(phrase, 'written', { kind: 'context', context }, desk);
  return context;
}

function addWords(
  text: string,
  order: 'written' | 'any',
  meaning: Meaning,
  desk: Desk & Pick<Reading, 'is' | 'gap'>,
): void {
  for (const places of parseWords(text, desk)) {
    for (const arranged of order === 'any' ? orders(places) : [places]) {
      addPhrase(
        desk.bench.phrases,
        arranged.map((place) => ({ gap: place.gap, words: place.words.map((word) => wordNumber(word, desk)) })),
        meaning,
      );
    }
  }
}

/** As written and turned round, with the wider gap everywhere: a free order leaves room between the words. */
function orders(places: readonly Place[]): readonly (readonly Place[])[] {
  const gap = Math.max(...places.map((place) => place.gap));
  const loose = places.map((place) => ({ ...place, gap }));
  return places.length < 2 ? [places] : [loose, [...loose].reverse()];
}

function wordNumber(word: Word, { bench, morphology, verbs }: Desk): number {
  const key = `${morphology.language} ${word.is} ${word.text}`;
  const known = bench.wordNumbers.get(key);
  if (known !== undefined) return known;
  const number = bench.wordNumbers.size;
  bench.wordNumbers.set(key, number);
  const stems = bench.stems.get(morphology.language);
  for (const stem of morphology.stemsOf(word, verbs)) stems?.push([stem.key, { word: number, stem }]);
  return number;
}

/** One bit a role; there are fewer than 32. */
export function roleBit(role: Role): number {
  return 1 << ROLES.indexOf(role);
}

function compilePattern(pattern: Pattern, language: Language | undefined): CompiledPattern {
  const roleMasks = pattern.needs.map((slot) => slot.role.reduce((mask, role) => mask | roleBit(role), 0));
  return { ...pattern, language, roleMasks };
}
