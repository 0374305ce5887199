import type { Language } from '../assessment.js';
import type { EndingTables } from './gather-endings.js';
import type { StemTables } from './gather-stems.js';
import type { Meaning, Phrase } from './lexicon-tables.js';
import { misspell, SLIP } from './misspell.js';
import type { Morphology, Stem, VerbTable, Word } from './morphology/morphology.js';
import { type Place, parseWords, type Reading } from './parse-words.js';

/** What is collected while the input is read; local to one call of `expandLexicon`. */
export interface Workbench {
  readonly wordNumbers: Map<string, number>;
  readonly shelves: Map<Language, Shelf>;
  readonly phrases: Phrase[];
  readonly contexts: Map<string, number>;
}

/** The forms of one language while they are collected. */
export interface Shelf {
  readonly morphology: Morphology;
  readonly stems: StemTables;
  readonly endings: EndingTables;
}

/** The words of one language while it is being compiled. */
export interface Desk {
  readonly bench: Workbench;
  readonly shelf: Shelf;
  readonly morphology: Morphology;
  readonly verbs: VerbTable;
  /** What `@group` stands for: the names of one word as alternatives of one text, every other name as a text of its own. */
  readonly groupNames: readonly string[];
  /** Whether the words that are read are the name of a designated group, which is known with a slip in it, too. */
  readonly isName?: boolean | undefined;
}

const ANY_GROUP = '@group';

/** A text for each of the names of the designated groups where `@group` stands in it. */
export function spellOut(text: string, { groupNames }: Desk): readonly string[] {
  return text.includes(ANY_GROUP) ? groupNames.map((name) => text.replace(ANY_GROUP, name)) : [text];
}

/** Lays out the phrases that a text of the pack stands for: each spelling and each order of its words. */
export function layPhrases(
  text: string,
  order: 'written' | 'any',
  meaning: Meaning,
  desk: Desk & Pick<Reading, 'is' | 'gap'>,
): void {
  for (const places of spellOut(text, desk).flatMap((written) => parseWords(written, desk))) {
    for (const arranged of order === 'any' ? orders(places) : [places]) {
      const phrase = numberPlaces(arranged, desk);
      desk.bench.phrases.push({ places: phrase, meaning });
      if (desk.isName && !isStrict(meaning)) layMisspelt(arranged, phrase, meaning, desk);
    }
  }
}

function numberPlaces(places: readonly Place[], desk: Desk): Phrase['places'] {
  return places.map(({ gap, words }) => ({ gap, words: words.map((word) => wordNumber(word, desk)) }));
}

function isStrict(meaning: Meaning): boolean {
  return meaning.kind === 'entry' && meaning.entry.strict === true;
}

/** A name of several words is known with a slip in one of them: the others say which word was meant. */
function layMisspelt(places: readonly Place[], phrase: Phrase['places'], meaning: Meaning, desk: Desk): void {
  if (places.length < 2) return;
  places.forEach(({ gap, words }, at) => {
    const slips = words.map((word) => misspeltNumber(word, desk)).filter((number) => number !== undefined);
    if (slips.length > 0) desk.bench.phrases.push({ places: phrase.with(at, { gap, words: slips }), meaning });
  });
}

/** The number under which a word is known with a slip in it; undefined where it has none that is told, or is meant as it stands. */
function misspeltNumber(word: Word, desk: Desk): number | undefined {
  if (word.is === 'fixed') return undefined;
  const { morphology, verbs } = desk;
  const stems = morphology
    .stemsOf(word, verbs)
    .flatMap((stem) => misspell(stem.key).map((slip) => ({ ...stem, key: slip, plain: SLIP, stemsTo: undefined })));
  return stems.length === 0 ? undefined : numberUnder(`slip ${word.is} ${word.text}`, () => stems, desk);
}

/** As written and turned round, with the wider gap everywhere: a free order leaves room between the words. */
function orders(places: readonly Place[]): readonly (readonly Place[])[] {
  const gap = Math.max(...places.map((place) => place.gap));
  const loose = places.map((place) => ({ ...place, gap }));
  return places.length < 2 ? [places] : [loose, [...loose].reverse()];
}

function wordNumber(word: Word, desk: Desk): number {
  return numberUnder(`${word.is} ${word.text}`, () => desk.morphology.stemsOf(word, desk.verbs), desk);
}

/** Numbers what stands under a name in its language, and shelves its stems when it is first met. */
function numberUnder(name: string, stemsOf: () => readonly Stem[], { bench, shelf, morphology }: Desk): number {
  const key = `${morphology.language} ${name}`;
  const known = bench.wordNumbers.get(key);
  if (known !== undefined) return known;
  const number = bench.wordNumbers.size;
  bench.wordNumbers.set(key, number);
  for (const stem of stemsOf()) shelf.stems.add(stem, number);
  return number;
}
