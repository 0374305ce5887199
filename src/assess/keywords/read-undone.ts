import { uzbekKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import { changeReadings, type Places, type Readings } from './change-readings.js';
import type { WordReading } from './word-reading.js';

/** «қўйманг», «қолма», «ўтманглар»: do not leave it so; in folded letters. */
const LEAVING: ReadonlySet<string> = new Set(
  ['қўйма', 'қолма', 'ўтма', 'кетма', 'юрма', 'турма'].flatMap((stem) =>
    ['', 'нг', 'нглар', 'нгиз'].map((ending) => uzbekKey(stem + ending)),
  ),
);
/** Words between: by passing, by walking about. */
const MEANWHILE: ReadonlySet<string> = new Set(['ўтиб', 'юриб', 'қараб', 'туриб', 'ташлаб', 'ҳам'].map(uzbekKey));
/** «қўшилмай»: without joining. */
const UNDONE = /..may$/;

/**
 * Uzbek «қўшилмай қолманг», do not be left without joining, asks for what it denies twice. What says so has then no meaning of its own:
 * nobody is told not to stay or go. Read before converbs borrow from the verbs behind them.
 */
export function readUndone(tokens: readonly Token[], readings: Readings, places: Places): Readings {
  const asked = changeReadings(readings, places, isUndone, (words, index) =>
    mustNotStay(tokens, index) ? words.map((word) => (isUndone(word) ? toOrder(word) : word)) : words,
  );
  return changeReadings(asked, places, isForbidding, (words, index) =>
    isOfLeaving(tokens, index) ? words.filter((word) => !isForbidding(word)) : words,
  );
}

/** Whether a word says of one before it that it must not be left undone. */
export function isOfLeaving(tokens: readonly Token[], index: number): boolean {
  if (!LEAVING.has(keyOf(tokens[index]))) return false;
  let at = index;
  while (tokens[at]?.before === 'none' && MEANWHILE.has(keyOf(tokens[at - 1]))) at -= 1;
  return tokens[at]?.before === 'none' && UNDONE.test(keyOf(tokens[at - 1]));
}

/** -май is «without doing» as well as «let me not do». */
function isUndone({ language, grammar: { mood, negated, person } }: WordReading): boolean {
  return language === 'uzbek' && mood === 'exhortative' && negated && person === 1;
}

function isForbidding({ language, grammar: { mood, negated } }: WordReading): boolean {
  return language === 'uzbek' && mood === 'imperative' && negated;
}

function mustNotStay(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; tokens[at]?.before === 'none'; at += 1) {
    if (LEAVING.has(keyOf(tokens[at]))) return true;
    if (!MEANWHILE.has(keyOf(tokens[at]))) return false;
  }
  return false;
}

function toOrder(word: WordReading): WordReading {
  return { ...word, grammar: { mood: 'imperative', person: 2, tense: undefined, negated: false } };
}

function keyOf(token: Token | undefined): string {
  return uzbekKey(token?.form ?? '');
}
