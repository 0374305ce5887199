import type { Token } from '../text/token.js';
import type { Grammar } from './evidence.js';
import type { WordReading } from './read-tokens.js';

/** Stems of Tajik шудан, «become», as the lexicon spells them: the last is what speech leaves of мешавад. */
const BECOME: ReadonlySet<string> = new Set(['шуд', 'шав', 'ш']);

/** A Tajik passive is a participle and a form of шудан: in «кушта шаванд» the first takes mood and tense of the second. */
export function readPassive(
  tokens: readonly Token[],
  readings: readonly (readonly WordReading[])[],
): readonly (readonly WordReading[])[] {
  return readings.map((words, index) => {
    if (tokens[index + 1]?.before !== 'none' || !words.some(isParticiple)) return words;
    const become = readings[index + 1]?.find(({ language, plain }) => language === 'tajik' && BECOME.has(plain));
    if (become === undefined) return words;
    return words.map((word) => (isParticiple(word) ? { ...word, grammar: passive(word, become.grammar) } : word));
  });
}

function isParticiple({ language, grammar }: WordReading): boolean {
  return language === 'tajik' && grammar.mood === 'nominal' && grammar.tense === 'past';
}

function passive({ grammar }: WordReading, become: Grammar): Grammar {
  return { ...become, negated: grammar.negated !== become.negated };
}
