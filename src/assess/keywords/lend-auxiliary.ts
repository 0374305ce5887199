import { uzbekKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import type { WordTables } from './compiled-lexicon.js';
import type { Grammar } from './evidence.js';
import { BARE } from './grammar.js';
import { meaningsBehind } from './look-up-word.js';
import type { WordReading } from './read-tokens.js';

const CONVERB = /[bбpпaаyй]$/;

/** In an Uzbek compound the converb carries the meaning and the auxiliary the mood: the first takes the grammar of the second. */
export function lendAuxiliaries(
  tokens: readonly Token[],
  readings: readonly (readonly WordReading[])[],
  uzbek: WordTables | undefined,
): readonly (readonly WordReading[])[] {
  if (uzbek === undefined) return readings;
  return readings.map((words, index) => {
    const next = tokens[index + 1];
    if (next === undefined || next.before !== 'none') return words;
    if (words.some((word) => isPassiveOrSpoken(word, tokens[index])) && BEGINS.test(uzbekKey(next.form)))
      return words.filter((word) => !isPassiveOrSpoken(word, tokens[index]));
    if (!words.some((word) => isConverb(word, tokens[index]))) return words;
    const lent = auxiliaryGrammar(uzbekKey(next.form), uzbek) ?? finiteGrammar(readings[index + 1]);
    if (lent === undefined) return words;
    return words.map((word) =>
      isConverb(word, tokens[index]) ? { ...word, grammar: join(word.grammar, lent) } : word,
    );
  });
}

const SPOKEN_OR_PASSIVE = /(?:ила|ila)$/;
/** «юборила бошлади», it began to be sent: only where nothing begins or goes on behind it is «юборила» said for «юборинглар». */
const BEGINS = /^(?:boshla|yotgan|yotibdi|kelmok|kelgan|kolgan|turadi|turib|turgan)/;

function isPassiveOrSpoken({ language, grammar: { mood } }: WordReading, token: Token | undefined): boolean {
  return language === 'uzbek' && mood === 'imperative' && token !== undefined && SPOKEN_OR_PASSIVE.test(token.form);
}

function isConverb({ language, grammar }: WordReading, token: Token | undefined): boolean {
  return (
    language === 'uzbek' &&
    grammar.mood === 'unknown' &&
    grammar !== BARE &&
    token !== undefined &&
    CONVERB.test(token.form)
  );
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
