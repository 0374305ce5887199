import type { Language } from '../assessment.js';
import { keyboardKey, latinToCyrillicKey, uzbekKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import type { CompiledLexicon, StemUse, WordTables } from './compiled-lexicon.js';
import type { Grammar } from './evidence.js';
import { MOOD_RANK, negate } from './grammar.js';
import type { Endings, Stem } from './morphology/morphology.js';
import { russianKey } from './morphology/russian-key.js';
import type { FoundStem } from './stem-index.js';

/** A word of the lexicon that a token is a form of. */
export interface WordReading {
  readonly word: number;
  readonly language: Language;
  readonly grammar: Grammar;
  /** The stem in its right spelling. */
  readonly plain: string;
}

const NONE: readonly WordReading[] = [];

/** Looks every token up once in each language: the words it may be a form of, at a cost that does not grow with the lexicon. */
export function readTokens(
  tokens: readonly Token[],
  languages: ReadonlySet<Language>,
  lexicon: CompiledLexicon,
): readonly (readonly WordReading[])[] {
  const tables = [...languages].flatMap((language) => lexicon.tables.get(language) ?? []);
  return tokens.map((token, index) =>
    token.script === 'Cyrl' || token.script === 'Latn' ? readToken(tokens, index, tables) : NONE,
  );
}

function readToken(tokens: readonly Token[], index: number, tables: readonly WordTables[]): readonly WordReading[] {
  const token = tokens[index];
  let readings = NONE;
  if (token === undefined) return readings;
  for (const table of tables) {
    const found = lookUp(keyOf(token, table.language), token, table);
    if (found.length === 0) continue;
    const read = table.language === 'russian' ? withRussianNegation(found, tokens, index) : found;
    readings = readings.length === 0 ? read : [...readings, ...read];
  }
  return readings;
}

function keyOf({ form, script }: Token, language: Language): string {
  if (language === 'uzbek') return uzbekKey(form);
  if (script === 'Latn') return latinToCyrillicKey(form);
  return language === 'russian' ? russianKey(form) : keyboardKey(form);
}

function lookUp(key: string, token: Token, table: WordTables): readonly WordReading[] {
  let readings: WordReading[] | undefined;
  for (let prefix = 0; prefix < table.prefixes.length; prefix += 1) {
    for (const { values, end } of findBehind(table.prefixes[prefix] ?? '', key, token, table)) {
      const rest: Rest = { ending: key.slice(end), doubled: end < key.length ? key.slice(end - 1) : undefined };
      for (const { word, stem } of values) {
        const grammar = meaningOf(stem, prefix, rest, token);
        if (grammar === undefined) continue;
        readings ??= [];
        keepStrongest(readings, { word, language: table.language, grammar, plain: stem.plain }, token);
      }
    }
  }
  return readings ?? NONE;
}

const NOTHING_FOUND: readonly FoundStem<StemUse>[] = [];

/** The stems behind a prefix; in меёбад the stem begins with the letter that the prefix ends in, and the key holds it once. */
function findBehind(prefix: string, key: string, token: Token, table: WordTables): readonly FoundStem<StemUse>[] {
  if (!key.startsWith(prefix)) return NOTHING_FOUND;
  const found = table.stems.find(key, prefix.length) ?? NOTHING_FOUND;
  if (prefix === '' || !FOLDS_TOGETHER.test(token.form)) return found;
  return [...found, ...(table.stems.find(key, prefix.length - 1) ?? NOTHING_FOUND)];
}

/** What a word holds behind a stem. */
interface Rest {
  readonly ending: string;
  /** The same from the stem's last letter on; undefined where nothing follows the stem. */
  readonly doubled: string | undefined;
}

function meaningOf(stem: Stem, prefix: number, { ending, doubled }: Rest, token: Token): Grammar | undefined {
  const endings = stem.endings[prefix];
  if (endings === undefined || (stem.latinOnly === true && token.script === 'Cyrl')) return undefined;
  const meaning = endings.get(ending) ?? (doubled === undefined ? undefined : behindDoubled(endings, doubled, token));
  if (meaning === undefined || stem.belongs === undefined || token.script !== 'Cyrl') return meaning;
  return stem.belongs(token.form) ? meaning : undefined;
}

/** Keys hold no doubled letters: in ИШИДда the ending begins with the letter that the stem ends in. */
function behindDoubled(endings: Endings, doubled: string, token: Token): Grammar | undefined {
  const meaning = endings.get(doubled);
  return meaning !== undefined && FOLDS_TOGETHER.test(token.form) ? meaning : undefined;
}

/** Two letters in a row that the key writes as one. */
const FOLDS_TOGETHER =
  /(.)\1|[иӣйы][яюиӣйы]|[еёэй][еёэ]|[уўӯю][уўӯ]|[гғ]{2}|[кқ]{2}|[хҳ]{2}|[щш]{2}|[kq]{2}|[xh]{2}|yi|iy|gʼg|oʼo/;

function keepStrongest(readings: WordReading[], reading: WordReading, token: Token): void {
  const at = readings.findIndex((known) => known.word === reading.word);
  const known = readings[at];
  if (known === undefined) readings.push(reading);
  else if (rankOf(reading, token) < rankOf(known, token)) readings[at] = reading;
}

/** Keys hold no ь: «вступит» is a future and «вступить» an infinitive, where the writer has the letter. */
function rankOf({ language, grammar }: WordReading, { form, script }: Token): number {
  const unmarked = language === 'russian' && grammar.mood === 'infinitive' && script === 'Cyrl' && BARE_T.test(form);
  return unmarked ? MOOD_RANK.nominal : MOOD_RANK[grammar.mood];
}

const BARE_T = /т(?:с[яь])?$/;

/** «не вступайте»: Russian negates with a word of its own, right before. */
function withRussianNegation(
  readings: readonly WordReading[],
  tokens: readonly Token[],
  index: number,
): readonly WordReading[] {
  const before = tokens[index - 1]?.form ?? '';
  const negated = NOT.has(before) || (NOR.has(before) && !isDenied(tokens, index - 1));
  return negated ? readings.map((reading) => ({ ...reading, grammar: negate(reading.grammar) })) : readings;
}

const NOT: ReadonlySet<string> = new Set(['не', 'ne']);
const NOR: ReadonlySet<string> = new Set(['ни', 'ni']);
/** Words before «ни» among which the «не» that it repeats is looked for. */
const NOR_REACH = 8;

/** «не взорвёт ни церковь, ни рынок» denies once. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  return tokens
    .slice(Math.max(0, at - NOR_REACH), at)
    .some((token) => token.sentence === sentence && NOT.has(token.form));
}
