import type { Token } from '../text/token.js';
import { changeReadings, type Places, type Readings } from './change-readings.js';
import type { Grammar } from './evidence.js';
import type { WordReading } from './read-tokens.js';

/** Stems of Tajik шудан, «become», as the lexicon spells them: the last is what speech leaves of мешавад. */
const BECOME: ReadonlySet<string> = new Set(['шуд', 'шав', 'ш']);
/** The past stem of истодан: with a participle before it what goes on now. */
const STAND = 'истод';
/** Words behind a participle within which the verb of its sentence is looked for. */
const REACH = 8;

/**
 * A Tajik participle says nothing of who and when; the verb behind it does. «кушта шаванд» is passive, «ҷамъ карда истодаем»
 * goes on now, and in «тарҷума карда, нашр кунед» the first act is asked for as the second is.
 */
export function readParticiple(tokens: readonly Token[], readings: Readings, places: Places): Readings {
  return changeReadings(readings, places, isParticiple, (words, index) => {
    const lent = lentBy(index, tokens, readings);
    if (lent === undefined) return words;
    return words.map((word) => (isParticiple(word) ? { ...word, grammar: join(word.grammar, lent) } : word));
  });
}

function isParticiple({ language, grammar }: WordReading): boolean {
  return language === 'tajik' && grammar.mood === 'nominal' && grammar.tense === 'past';
}

function lentBy(
  index: number,
  tokens: readonly Token[],
  readings: readonly (readonly WordReading[])[],
): Grammar | undefined {
  const next = tokens[index + 1]?.before === 'none' ? readings[index + 1]?.find(isTajik) : undefined;
  if (next !== undefined && BECOME.has(next.plain)) return next.grammar;
  if (next?.plain === STAND && tellsPerson(next)) return { ...next.grammar, tense: 'present' };
  // Without a comma behind it a participle may belong to its noun: «a man returned».
  const reach = tokens[index + 1]?.before === 'comma' ? REACH : 1;
  for (let at = index + 1; at <= index + reach && tokens[at]?.sentence === tokens[index]?.sentence; at += 1) {
    const verb = readings[at]?.find((word) => isTajik(word) && tellsPerson(word));
    if (verb !== undefined) return { ...verb.grammar, negated: false };
  }
  return undefined;
}

function isTajik({ language }: WordReading): boolean {
  return language === 'tajik';
}

function tellsPerson({ grammar }: WordReading): boolean {
  return grammar.person !== undefined && grammar.mood !== 'nominal';
}

function join(participle: Grammar, lent: Grammar): Grammar {
  return { ...lent, negated: participle.negated !== lent.negated };
}
