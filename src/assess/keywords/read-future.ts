import { keyboardKey, latinToCyrillicKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import { changeReadings, type Places, type Readings } from './change-readings.js';
import type { Grammar } from './evidence.js';
import type { WordReading } from './read-tokens.js';

type Person = 1 | 2 | 3;

/** «ҳамроҳ хоҳем шуд»: present forms of хостан before a bare past stem, in folded letters. */
const TAJIK: ReadonlyMap<string, Person> = new Map([
  ['хохам', 1],
  ['хохи', 2],
  ['хохад', 3],
  ['хохем', 1],
  ['хохед', 2],
  ['хоханд', 3],
]);

/** «будем вступать», in folded letters. */
const RUSSIAN: ReadonlyMap<string, Person> = new Map([
  ['буду', 1],
  ['будеш', 2],
  ['будет', 3],
  ['будем', 1],
  ['будете', 2],
  ['будут', 3],
]);

/** How every one of them begins, in any spelling: most words before a verb are told apart by that. */
const MAY_BE_AUXILIARY = /^[бнхҳbhknx]/;

const AND: ReadonlySet<string> = new Set(['и', 'i']);

/** «быть убиты», in folded letters. */
const RUSSIAN_BE = keyboardKey('быть');

/**
 * A future in two words: the first gives person and tense to the second, which alone would read as past or infinitive.
 * Likewise a Russian passive: «будут убиты» is a future, «должны быть убиты» an infinitive.
 */
export function readFuture(tokens: readonly Token[], readings: Readings, places: Places): Readings {
  return changeReadings(readings, places, takesFuture, (words, index) => {
    const at = auxiliaryOf(index, tokens);
    const auxiliary = tokens[at];
    if (auxiliary === undefined || !MAY_BE_AUXILIARY.test(auxiliary.form)) return words;
    const key = auxiliary.script === 'Latn' ? latinToCyrillicKey(auxiliary.form) : keyboardKey(auxiliary.form);
    const negated = key.startsWith(TAJIK_NOT) || tokens[at - 1]?.form === RUSSIAN_NOT;
    return words.map((word) => (takesFuture(word) ? withFuture(word, key, negated) : word));
  });
}

/** Right before its verb; «будут найдены и убиты» has one for both. */
function auxiliaryOf(index: number, tokens: readonly Token[]): number {
  return AND.has(tokens[index - 1]?.form ?? '') ? index - 3 : index - 1;
}

function takesFuture({ language, grammar }: WordReading): boolean {
  if (language === 'russian') return grammar.mood === 'infinitive' || isPassive(grammar);
  return language === 'tajik' && grammar.mood === 'indicative' && grammar.tense === 'past' && grammar.person === 3;
}

/** Only the passive participle is a past form that brings its person. */
function isPassive({ mood, tense, person }: Grammar): boolean {
  return mood === 'indicative' && tense === 'past' && person === 3;
}

const TAJIK_NOT = 'на';
const RUSSIAN_NOT = 'не';

function withFuture(word: WordReading, key: string, negated: boolean): WordReading {
  const bare = key.startsWith(TAJIK_NOT) ? key.slice(TAJIK_NOT.length) : key;
  if (word.language === 'russian' && key === RUSSIAN_BE && isPassive(word.grammar))
    return {
      ...word,
      grammar: { mood: 'infinitive', person: undefined, tense: undefined, negated: negated !== word.grammar.negated },
    };
  const person = word.language === 'russian' ? RUSSIAN.get(key) : TAJIK.get(bare);
  if (person === undefined) return word;
  const grammar: Grammar = { mood: 'indicative', person, tense: 'future', negated: negated !== word.grammar.negated };
  return { ...word, grammar };
}
