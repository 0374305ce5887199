import type { Language } from '../assessment.js';
import { keyboardKey, latinToCyrillicKey, uzbekKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import type { CompiledLexicon, WordTables } from './compiled-lexicon.js';
import { negate } from './grammar.js';
import { lookUpWord, type WordReading } from './look-up-word.js';
import { russianKey } from './morphology/russian-key.js';

export type { WordReading };

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
    const found = lookUpWord(keyOf(token, table.language), token, table);
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
