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
  return tokens.map((token, index) => {
    const { script } = token;
    if (script !== 'Cyrl' && script !== 'Latn') return NONE;
    let readings = NONE;
    for (const language of languages) {
      const found = lexicon.readers.get(language)?.[script](token.form) ?? NONE;
      if (found.length === 0) continue;
      const read = language === 'russian' ? withRussianNegation(found, tokens, index) : found;
      readings = readings.length === 0 ? read : [...readings, ...read];
    }
    return readings;
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
