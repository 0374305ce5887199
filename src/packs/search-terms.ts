import { weakKey } from '../assess/bayes/features.js';
import type { LanguageTables, LexiconTables } from '../assess/keywords/lexicon-tables.js';
import { openLexicon } from '../assess/keywords/open-lexicon.js';
import { readTokens } from '../assess/keywords/read-tokens.js';
import { normalise } from '../assess/text/normalise.js';
import type { Token } from '../assess/text/token.js';
import type { Term, TermSearch } from '../domain/term.js';

/** Fewer folded letters begin too many words that have nothing to do with what was typed. */
const LEAST_KEY = 3;

/** An entry of the lexicon, with the numbers of its words: those of its lemma and all that stand for the same. */
interface Entry {
  readonly term: Term;
  readonly written: readonly string[];
  readonly words: Set<number>;
}

/** How well an entry answers, the best first; undefined where it does not. */
type Rank = 'begins' | 'holds' | 'is-read' | 'begins-folded';
const RANKS: readonly Rank[] = ['begins', 'holds', 'is-read', 'begins-folded'];

/**
 * Looks for words of a lexicon: by their letters in lemma or English gloss, then as a text that holds them is read, in any form,
 * on any keyboard and in either script, and last by the first letters of such a spelling.
 */
export function openTermSearch(tables: LexiconTables, lexicon = openLexicon(tables)): TermSearch {
  // Most processes are never asked.
  let entries: readonly Entry[] | undefined;
  const languages = new Set(tables.languages.map(({ language }) => language));
  return (text) => {
    const wanted = plain(text);
    const { tokens } = normalise(text);
    const readings = readTokens(tokens, languages, lexicon);
    const read = readings.map((found) => new Set(found.map(({ word }) => word)));
    const begun = tokens.map((token) => wordsThatBegin(token, tables));
    const rank = ({ written, words }: Entry): Rank | undefined => {
      if (wanted !== '' && written.some((form) => form.startsWith(wanted))) return 'begins';
      if (wanted !== '' && written.some((form) => form.includes(wanted))) return 'holds';
      if (holdEach(words, read)) return 'is-read';
      return holdEach(words, begun) ? 'begins-folded' : undefined;
    };
    entries ??= entriesOf(tables);
    const found = entries.map((entry) => ({ term: entry.term, rank: rank(entry) }));
    return RANKS.flatMap((one) => found.filter((entry) => entry.rank === one).map(({ term }) => term));
  };
}

function entriesOf({ phrases }: LexiconTables): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const { meaning, places } of phrases) {
    if (meaning.kind !== 'entry') continue;
    const { id, language, role, gloss } = meaning.entry;
    const key = `${language} ${role} ${id}`;
    const term = { language, lemma: id, role, gloss };
    const entry = entries.get(key) ?? { term, written: [plain(id), plain(gloss)], words: new Set() };
    entries.set(key, entry);
    for (const place of places) for (const word of place.words) entry.words.add(word);
  }
  // An entry of few words is about each of them; one of many mentions it.
  return [...entries.values()].sort((a, b) => a.words.size - b.words.size);
}

/** Whether an entry has a word for each one that was typed. */
function holdEach(words: ReadonlySet<number>, typed: readonly ReadonlySet<number>[]): boolean {
  return typed.length > 0 && typed.every((meant) => [...meant].some((word) => words.has(word)));
}

/** Words of which a spelling begins with what was typed of it. */
function wordsThatBegin(token: Token, { languages }: LexiconTables): ReadonlySet<number> {
  return new Set(languages.flatMap((tables) => stemsThatBegin(token, tables)));
}

function stemsThatBegin({ form, script }: Token, { language, stems, uses }: LanguageTables): readonly number[] {
  const isLatin = script === 'Latn';
  const key = weakKey(form, isLatin, language);
  if (key.length < LEAST_KEY) return [];
  const begun = stems.flatMap((stem, number) => (stem.startsWith(key) ? (uses.at(number) ?? []) : []));
  return begun.filter(({ latinOnly }) => isLatin || !latinOnly).map(({ word }) => word);
}

/** Marks of the lexicon's notation are no letters of the word. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[=~]/g, '').trim();
}
