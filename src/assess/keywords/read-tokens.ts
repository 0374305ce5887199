import type { Language } from '../assessment.js';
import type { Token } from '../text/token.js';
import type { Readings } from './change-readings.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { negate } from './grammar.js';
import type { WordReading } from './word-reading.js';

export type { WordReading };

const NONE: readonly WordReading[] = [];

/** Looks every token up once in each language: the words it may be a form of, at a cost that does not grow with the lexicon. */
export function readTokens(
  tokens: readonly Token[],
  languages: ReadonlySet<Language>,
  lexicon: CompiledLexicon,
): Readings {
  const read = lexicon.readerIn(languages);
  const denies = languages.has('russian');
  return tokens.map(({ form, script }, index) => {
    if (script !== 'Cyrl' && script !== 'Latn') return NONE;
    const readings = read(form, script);
    return denies && readings.length > 0 ? withRussianNegation(readings, tokens, index) : readings;
  });
}

/** «не вступайте»: Russian negates with a word of its own, right before. */
function withRussianNegation(
  readings: readonly WordReading[],
  tokens: readonly Token[],
  index: number,
): readonly WordReading[] {
  const before = tokens[index - 1]?.form ?? '';
  const negated = NOT.has(before) || (NOR.has(before) && !isDenied(tokens, index - 1));
  if (!negated) return readings;
  const adjoins = tokens[index]?.before === 'none';
  return readings.map((reading) =>
    reading.language === 'russian' || (adjoins && isBorrowed(reading))
      ? { ...reading, grammar: negate(reading.grammar) }
      : reading,
  );
}

/** «не присягайте»: Tajik lists some Russian forms, as they are written. */
function isBorrowed({ language, grammar }: WordReading): boolean {
  return language === 'tajik' && grammar.mood === 'unknown';
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
