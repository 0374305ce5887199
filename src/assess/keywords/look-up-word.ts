import type { Language } from '../assessment.js';
import { stemRussian } from '../natural/stem-russian.js';
import { keyboardKey, latinToCyrillicKey, uzbekKey } from '../text/keys.js';
import type { WordTables } from './compiled-lexicon.js';
import type { Grammar } from './evidence.js';
import { MOOD_RANK } from './grammar.js';
import type { StemUse } from './lexicon-tables.js';
import { SLIP } from './misspell.js';
import { russianKey } from './morphology/russian-key.js';
import { ENDS, hashOn, markOf, NO_LETTERS, NO_MARK, NO_WORD, wordAt, wordBetween } from './word-index.js';
import type { ReadScript, WordReading } from './word-reading.js';

/** A word as it stands in a text. */
export interface WrittenWord {
  readonly form: string;
  readonly script: ReadScript;
}

/** What is known of one word while it is looked up in one language. */
interface Search {
  readonly key: string;
  readonly written: WrittenWord;
  readonly table: WordTables;
  /** Asked when first needed; most words need neither. */
  folds: boolean | undefined;
  russianStems: readonly string[] | undefined;
  readings: WordReading[] | undefined;
}

const NONE: readonly WordReading[] = [];

/** The words of a language that one may be a form of: every known stem it begins with that the rest is an ending of. */
export function lookUpWord(written: WrittenWord, table: WordTables): readonly WordReading[] {
  if (table.language === 'russian' && NO_RUSSIAN.test(written.form)) return NONE;
  const key = keyOf(written, table.language);
  const search: Search = { key, written, table, folds: undefined, russianStems: undefined, readings: undefined };
  const { prefixes } = table;
  for (let prefix = 0; prefix < prefixes.length; prefix += 1) {
    const before = prefixes[prefix] ?? '';
    if (!key.startsWith(before)) continue;
    findStems(search, prefix, before.length);
    // In меёбад the stem begins with the letter that the prefix ends in, and the key holds it once.
    if (before !== '' && foldsTogether(search)) findStems(search, prefix, before.length - 1);
  }
  return search.readings === undefined ? NONE : withoutSlips(search.readings);
}

/** A word that is right as it stands is no slip of another. */
function withoutSlips(readings: readonly WordReading[]): readonly WordReading[] {
  if (readings.length < 2) return readings;
  const right = readings.filter(({ plain }) => plain !== SLIP);
  return right.length > 0 ? right : readings;
}

/** Russian words are looked for in Tajik and Uzbek text, whose keys lose these letters: қийин (hard) is no «кинь». */
const NO_RUSSIAN = /[қғҳҷӣӯў]/;

function keyOf({ form, script }: WrittenWord, language: Language): string {
  if (language === 'uzbek') return uzbekKey(form);
  if (script === 'Latn') return latinToCyrillicKey(form);
  return language === 'russian' ? russianKey(form) : keyboardKey(form);
}

/** What an ending says in each table of the language; undefined when the rest of the key is no ending. */
export function meaningsBehind(
  { endings, meanings }: WordTables,
  key: string,
  from: number,
): readonly (Grammar | undefined)[] | undefined {
  const ending = wordAt(endings, key, from);
  return ending === NO_WORD ? undefined : meanings[ending];
}

function findStems(search: Search, prefix: number, from: number): void {
  const { key } = search;
  const { stems, uses } = search.table;
  let hash = NO_LETTERS;
  for (let end = from + 1; end <= key.length; end += 1) {
    hash = hashOn(hash, key.charCodeAt(end - 1));
    const mark = markOf(stems, hash);
    if (mark === NO_MARK) return;
    const stem = mark & ENDS ? wordBetween(stems, hash, key, from, end) : NO_WORD;
    if (stem !== NO_WORD) readEnding(search, prefix, end, uses.at(stem) ?? []);
  }
}

/** What a word holds behind a stem. */
interface Rest {
  readonly meanings: readonly (Grammar | undefined)[] | undefined;
  /** The same from the stem's last letter on: keys hold no doubled letters, so in ИШИДда the ending begins with it. */
  readonly doubled: readonly (Grammar | undefined)[] | undefined;
}

function readEnding(search: Search, prefix: number, end: number, uses: readonly StemUse[]): void {
  const { key, table } = search;
  const meanings = meaningsBehind(table, key, end);
  const doubled = end < key.length ? meaningsBehind(table, key, end - 1) : undefined;
  if (meanings === undefined && doubled === undefined) return;
  for (const use of uses) {
    const grammar = grammarOf(use, prefix, { meanings, doubled }, search);
    if (grammar === undefined) continue;
    search.readings ??= [];
    keepStrongest(
      search.readings,
      { word: use.word, language: table.language, grammar, plain: use.plain },
      search.written,
    );
  }
}

function grammarOf(use: StemUse, prefix: number, { meanings, doubled }: Rest, search: Search): Grammar | undefined {
  const table = use.tables[prefix];
  if (table === undefined || table < 0) return undefined;
  const inCyrillic = search.written.script === 'Cyrl';
  if (use.latinOnly && inCyrillic) return undefined;
  const grammar = meanings?.[table] ?? behindDoubled(doubled?.[table], search);
  return grammar === undefined || !inCyrillic || belongs(use, search) ? grammar : undefined;
}

function behindDoubled(grammar: Grammar | undefined, search: Search): Grammar | undefined {
  return grammar !== undefined && foldsTogether(search) ? grammar : undefined;
}

/** Whether this form belongs to the word after all. */
function belongs({ plain, withoutYo, stemsTo }: StemUse, search: Search): boolean {
  const { form } = search.written;
  if (withoutYo && NO_IE.test(form)) return false;
  // Hardly anybody leaves this ь out: Uzbek «беш» (five) is no «бьёшь», «мест» (of places) no «месть».
  if (search.table.language === 'russian' && SOFT_STEM.test(plain) && !SIGN.test(form)) return false;
  if (stemsTo === undefined) return true;
  search.russianStems ??= stemsOf(form);
  return search.russianStems.some((stem) => stemsTo.includes(stem));
}

/** natural's stem of a Russian word, and where a vowel is doubled also without: «вступайтее». An apostrophe inside it is nobody's spelling. */
function stemsOf(form: string): readonly string[] {
  const plain = form.includes('ʼ') ? form.replaceAll('ʼ', '') : form;
  const single = plain.replace(DOUBLES, '$1');
  return single === plain ? [stemRussian(plain)] : [stemRussian(plain), stemRussian(single)];
}

const DOUBLES = /([аеёиоуыэюя])\1/g;

/** Tajik «ёд» (memory) is no «едь», Uzbek «эдим» (I was) no «едем». */
const NO_IE = /^[ёэ]/;
const SOFT_STEM = /[бплш]ь$|сть$/;
const SIGN = /[ьъ]/;

/** Two letters in a row that the key writes as one. */
const FOLDS_TOGETHER =
  /(.)\1|[иӣйы][яюиӣйы]|[еёэй][еёэ]|[уўӯю][уўӯ]|[гғ]{2}|[кқ]{2}|[хҳ]{2}|[щш]{2}|[kq]{2}|[xh]{2}|yi|iy|gʼg|oʼo/;

function foldsTogether(search: Search): boolean {
  search.folds ??= FOLDS_TOGETHER.test(search.written.form);
  return search.folds;
}

function keepStrongest(readings: WordReading[], reading: WordReading, written: WrittenWord): void {
  const at = readings.findIndex((known) => known.word === reading.word);
  const known = readings[at];
  if (known === undefined) readings.push(reading);
  else if (rankOf(reading, written) < rankOf(known, written)) readings[at] = reading;
}

/** Keys hold no ь: «вступит» is a future and «вступить» an infinitive, where the writer has the letter. */
function rankOf({ language, grammar }: WordReading, { form, script }: WrittenWord): number {
  const unmarked = language === 'russian' && grammar.mood === 'infinitive' && script === 'Cyrl' && BARE_T.test(form);
  return unmarked ? MOOD_RANK.nominal : MOOD_RANK[grammar.mood];
}

const BARE_T = /т(?:с[яь])?$/;
