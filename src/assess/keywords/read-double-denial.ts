import { uzbekKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import { changeReadings, type Places, type Readings } from './change-readings.js';
import type { WordReading } from './word-reading.js';

/** «қолмасин», «қолманглар»: nobody is to stay so; in folded letters. */
export const NOT_BE_LEFT: ReadonlySet<string> = new Set(
  ['қолмасин', 'қолмасинлар', 'қолманг', 'қолманглар', 'қолмайлик'].map(uzbekKey),
);
/** Words between, which say who: «қўшилмаган бирорта йигит қолмасин». Any other says in what nobody is to be left: «ишсиз қолмасин». */
const WHO: ReadonlySet<string> = new Set(
  'бирорта бирон биронта битта бир ҳеч ҳечким ким одам киши йигит мусулмон эркак ёш бола дўст биродар ака ука аёл ўғлон ўзбек сахий мард'
    .split(' ')
    .map(uzbekKey),
);
const REACH = 4;

/** Uzbek «қўшилмаган қолмасин», let nobody be left who has not joined, wishes what it denies twice. */
export function readDoubleDenial(tokens: readonly Token[], readings: Readings, places: Places): Readings {
  return changeReadings(readings, places, isLeftOut, (words, index) =>
    isNotToBeLeft(tokens, index) ? words.map((word) => (isLeftOut(word) ? toWish(word) : word)) : words,
  );
}

function isLeftOut({ language, grammar: { mood, negated } }: WordReading): boolean {
  return language === 'uzbek' && mood === 'nominal' && negated;
}

function isNotToBeLeft(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at <= index + REACH; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.before !== 'none') return false;
    const key = uzbekKey(token.form);
    if (NOT_BE_LEFT.has(key)) return true;
    if (!WHO.has(key)) return false;
  }
  return false;
}

function toWish(word: WordReading): WordReading {
  return { ...word, grammar: { mood: 'optative', person: 3, tense: 'future', negated: false } };
}
