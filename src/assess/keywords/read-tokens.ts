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
    token.script === 'Cyrl' || token.script === 'Latn' ? readToken(token, tokens[index - 1], tables) : NONE,
  );
}

function readToken(token: Token, previous: Token | undefined, tables: readonly WordTables[]): readonly WordReading[] {
  let readings = NONE;
  for (const table of tables) {
    const found = lookUpWord(keyOf(token, table.language), token, table);
    if (found.length === 0) continue;
    const read = table.language === 'russian' ? withRussianNegation(found, previous) : found;
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
function withRussianNegation(readings: readonly WordReading[], previous: Token | undefined): readonly WordReading[] {
  if (previous === undefined) return readings;
  const negated = previous.form === 'не' || previous.form === 'ни' || previous.form === 'ne';
  return negated ? readings.map((reading) => ({ ...reading, grammar: negate(reading.grammar) })) : readings;
}
