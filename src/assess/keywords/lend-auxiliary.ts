import { uzbekKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import { changeReadings, type Places, type Readings } from './change-readings.js';
import type { WordTables } from './compiled-lexicon.js';
import type { Grammar } from './evidence.js';
import { BARE } from './grammar.js';
import { meaningsBehind } from './look-up-word.js';
import type { WordReading } from './read-tokens.js';

const CONVERB = /[bбpпaаyй]$/;

/** In an Uzbek compound the converb carries the meaning and the auxiliary the mood: the first takes the grammar of the second. */
export function lendAuxiliaries(
  tokens: readonly Token[],
  readings: Readings,
  places: Places,
  uzbek: WordTables | undefined,
): Readings {
  if (uzbek === undefined) return readings;
  return changeReadings(readings, places, mayTurn, (words, index) => {
    const next = tokens[index + 1];
    const form = tokens[index]?.form ?? '';
    if (next === undefined || next.before === 'sentence') return words;
    if (next.before === 'comma') return lend(words, reportBehind(tokens, readings, index));
    if (SPOKEN_OR_PASSIVE.test(form) && words.some(isCommand) && BEGINS.test(uzbekKey(next.form)))
      return words.filter((word) => !isCommand(word));
    if (!CONVERB.test(form) || !words.some(mayBeConverb)) return words;
    return lend(words, auxiliaryGrammar(uzbekKey(next.form), uzbek) ?? finiteGrammar(readings[index + 1]));
  });
}

function lend(words: readonly WordReading[], lent: Grammar | undefined): readonly WordReading[] {
  if (lent === undefined) return words;
  return words.map((word) => (mayBeConverb(word) ? { ...word, grammar: join(word.grammar, lent) } : word));
}

/** «байъат қилиб, тарқалиб кетди»: what a report tells last, it tells of all that went before; a call does not reach back over the comma. */
const BY_THEN = /(?:иб|ib)$/;
const REPORT_REACH = 8;

function reportBehind(tokens: readonly Token[], readings: Readings, index: number): Grammar | undefined {
  if (!BY_THEN.test(tokens[index]?.form ?? '')) return undefined;
  for (let at = index + 1; at <= index + REPORT_REACH; at += 1) {
    if (tokens[at]?.sentence !== tokens[index]?.sentence) return undefined;
    const told = finiteGrammar(readings[at]);
    if (told !== undefined) return isReport(told) ? told : undefined;
  }
  return undefined;
}

function isReport({ mood, person, tense }: Grammar): boolean {
  return mood === 'indicative' && person === 3 && tense === 'past';
}

const SPOKEN_OR_PASSIVE = /(?:ила|ila)$/;
/** «юборила бошлади», it began to be sent: only where nothing begins or goes on behind it is «юборила» said for «юборинглар». */
const BEGINS = /^(?:boshla|yotgan|yotibdi|kelmok|kelgan|kolgan|turadi|turib|turgan)/;

function mayTurn(word: WordReading): boolean {
  return isCommand(word) || mayBeConverb(word);
}

function isCommand({ language, grammar: { mood } }: WordReading): boolean {
  return language === 'uzbek' && mood === 'imperative';
}

function mayBeConverb({ language, grammar }: WordReading): boolean {
  return language === 'uzbek' && grammar.mood === 'unknown' && grammar !== BARE;
}

function auxiliaryGrammar(key: string, uzbek: WordTables): Grammar | undefined {
  for (const { key: stem, table } of uzbek.auxiliaries) {
    const grammar = key.startsWith(stem) ? meaningsBehind(uzbek, key, stem.length)?.[table] : undefined;
    if (grammar !== undefined) return grammar;
  }
  return undefined;
}

/** «босиб ўлдирибди», «бориб қўшилинг»: the last verb of a chain says it for all of them. */
function finiteGrammar(readings: readonly WordReading[] | undefined): Grammar | undefined {
  return readings?.find(({ language, grammar }) => language === 'uzbek' && isVerbal(grammar))?.grammar;
}

function isVerbal({ mood, person }: Grammar): boolean {
  return mood !== 'unknown' && (mood !== 'nominal' || person !== undefined);
}

function join(converb: Grammar, auxiliary: Grammar): Grammar {
  return { ...auxiliary, negated: converb.negated !== auxiliary.negated };
}
