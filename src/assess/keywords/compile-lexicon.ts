import type { Language } from '../assessment.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { gatherEndings } from './gather-endings.js';
import { gatherStems } from './gather-stems.js';
import { type Desk, layPhrases, type Shelf, spellOut, type Workbench } from './lay-phrases.js';
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
import type { CompiledContext, CompiledPattern, LanguageTables, LexiconTables, Meaning } from './lexicon-tables.js';
import type { Morphology } from './morphology/morphology.js';
import { russian } from './morphology/russian.js';
import { tajik } from './morphology/tajik.js';
import { uzbek } from './morphology/uzbek.js';
import { openLexicon } from './open-lexicon.js';
import { normaliseLemma } from './parse-words.js';
import { listBegun } from './phrase-tree.js';
import { roleBit } from './roles.js';
import { gatherRoles } from './telling-roles.js';

const MORPHOLOGIES: Readonly<Record<Language, Morphology>> = { tajik, uzbek, russian };

/** Works out a pack's words, groups, patterns and cues and makes them ready to find words with. */
export function compileLexicon(input: LexiconInput): CompiledLexicon {
  return openLexicon(expandLexicon(input));
}

/** Works out every stem, ending and phrase that a pack's words, groups, patterns and cues stand for. Pure; about linear in the number of entries. */
export function expandLexicon(input: LexiconInput): LexiconTables {
  const bench: Workbench = { wordNumbers: new Map(), shelves: new Map(), phrases: [], contexts: new Map() };
  for (const lexicon of input.lexicons) expandLanguage(lexicon, input.groups, bench);

  const { phrases } = bench;
  const words = bench.wordNumbers.size;
  return {
    languages: [...bench.shelves.values()].map(tablesOf),
    phrases,
    begun: listBegun(phrases, words),
    roles: gatherRoles(phrases, words),
    patterns: [
      ...input.patterns.map((pattern) => compilePattern(pattern, undefined)),
      ...input.lexicons.flatMap((file) => file.patterns.map((pattern) => compilePattern(pattern, file.language))),
    ],
    words,
  };
}

function tablesOf({ morphology, stems, endings }: Shelf): LanguageTables {
  const auxiliaries = morphology.auxiliaries.map((stem) => ({
    key: stem.key,
    table: endings.numberOf(stem.endings[0]),
  }));
  const { language, prefixes } = morphology;
  return { language, prefixes, ...stems.all(), endings: endings.groups(), auxiliaries };
}

function newShelf(morphology: Morphology): Shelf {
  const endings = gatherEndings();
  return { morphology, stems: gatherStems(endings), endings };
}

function expandLanguage(lexicon: LanguageLexicon, groups: readonly Group[], bench: Workbench): void {
  const verbs = new Map<string, VerbForms>(
    lexicon.verbs.map((verb) => [normaliseLemma(verb.infinitive), normaliseVerb(verb)]),
  );
  const morphology = MORPHOLOGIES[lexicon.language];
  const shelf = bench.shelves.get(lexicon.language) ?? newShelf(morphology);
  bench.shelves.set(lexicon.language, shelf);
  const desk: Desk = { bench, shelf, morphology, verbs, groupNames: alternativesOf(groups, lexicon.language) };

  for (const entry of lexicon.entries) addEntry(entry, entry.lemma, desk);
  for (const group of groups)
    for (const entry of groupEntries(group, lexicon.language)) addEntry(entry, group.id, { ...desk, isName: true });
  for (const cue of lexicon.cues) {
    const meaning: Meaning = {
      kind: 'cue',
      cue: { ...cue, language: lexicon.language, notWhen: compileContext(cue.notWhen, desk) },
    };
    for (const words of [cue.words, ...cue.also]) layPhrases(words, 'written', meaning, { ...desk, is: cue.is });
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
  for (const words of [entry.lemma, ...entry.also]) layPhrases(words, entry.order, meaning, reading);
}

function compileContext(context: Context | undefined, desk: Desk): CompiledContext | undefined {
  if (context === undefined) return undefined;
  const numbers = (phrases: readonly string[] | undefined): readonly number[] =>
    (phrases ?? []).flatMap((phrase) => spellOut(phrase, desk)).map((phrase) => contextNumber(phrase, desk));
  return {
    before: numbers(context.before),
    after: numbers(context.after),
    near: numbers(context.near),
    name: context.name ?? false,
    capitals: context.capitals ?? false,
  };
}

function contextNumber(phrase: string, desk: Desk): number {
  const { contexts } = desk.bench;
  const key = `${desk.morphology.language} ${normaliseLemma(phrase)}`;
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const context = contexts.size;
  contexts.set(key, context);
  layPhrases(phrase, 'written', { kind: 'context', context }, desk);
  return context;
}

/** Names of one word share a phrase: with a phrase for each, a tenth of a lexicon's lines made half of its size. */
function alternativesOf(groups: readonly Group[], language: Language): readonly string[] {
  const names = groups.flatMap((group) => (group.names[language] ?? []).flatMap(({ name, also }) => [name, ...also]));
  const short = names.filter((name) => !/[\s-]/.test(name));
  return [...(short.length > 0 ? [short.join('|')] : []), ...names.filter((name) => !short.includes(name))];
}

function compilePattern(pattern: Pattern, language: Language | undefined): CompiledPattern {
  const roleMasks = pattern.needs.map((slot) => slot.role.reduce((mask, role) => mask | roleBit(role), 0));
  return { ...pattern, language, roleMasks };
}
