import { KIND, KINDS, LOWER } from './characters.js';
import type { Script } from './token.js';

const CYRILLIC: ReadonlyMap<string, string> = new Map(
  '0о 1и 3з 4ч 5с 6б 7т 8в 9д @а $с €е'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const LATIN: ReadonlyMap<string, string> = new Map(
  '0o 1i 3e 4a 5s 6g 7t 8b 9q @a $s €e'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const VOWELS = new Set([...'аеёиоуыэюяӣӯўaeiouʼ'].map((letter) => letter.charCodeAt(0)));
const IOU = new Set([...'iouIOU'].map((letter) => letter.charCodeAt(0)));
const ZERO = 0x30;
const THREE = 0x33;
const FOUR = 0x34;
const SIX = 0x36;

/** Letters written as digits and symbols, for words that are mostly letters. */
export const digitLetters = { trim, read, isUzbekChat };

/**
 * The part of a word that digits at its ends do not belong to: `100та` is `та`, `группа5` is `группа`.
 *
 * Digits at the front stay where they open a word that somebody hides: before a vowel as in `4еловек` and `6ahid`, and in
 * Cyrillic a zero before a consonant (`0н`) or beside a 3, 4 or 6 (`60яд`, `06уна`). At the end a zero stays behind a
 * consonant (`шумор0`, `aʼz0`), a 3, 4 or 6 behind the vowel of a short Cyrillic word (`а3`), one 4 or 6 in a Latin word,
 * as in Uzbek `i6`, and any digit of a word that has others inside (`b0ʻl1sh1`). In a text that writes digits for letters
 * inside other words (`habit`) up to four such digits stay at either end.
 */
function trim(units: readonly number[], script: Script, habit: boolean): { from: number; to: number } {
  let from = 0;
  while (from < units.length && isDigit(units[from])) from += 1;
  if (from === units.length) return { from: 0, to: 0 };
  let to = units.length;
  while (to > from && isDigit(units[to - 1])) to -= 1;
  if (opensWord(units, from, script) || (habit && readsAsLetters(units, 0, from, script))) from = 0;
  const closes = units.length - to === 1 && (closesWord(units, to, script) || hasDigit(units, from, to));
  if (closes || (habit && readsAsLetters(units, to, units.length, script))) to = units.length;
  return { from, to };
}

function opensWord(units: readonly number[], digits: number, script: Script): boolean {
  return script === 'Cyrl' ? opensCyrillic(units, digits) : opensLatin(units, digits);
}

/** Digits that stand for letters all over a text; others are numbers everywhere. */
const HABITUAL = { Cyrl: '0346', Latn: '01346' } as const;
const LONGEST_HABIT = 4;

function readsAsLetters(units: readonly number[], from: number, to: number, script: Script): boolean {
  if (script !== 'Cyrl' && script !== 'Latn') return false;
  if (to - from > LONGEST_HABIT) return false;
  return units.slice(from, to).every((unit) => HABITUAL[script].includes(String.fromCharCode(unit)));
}

function opensLatin(units: readonly number[], digits: number): boolean {
  if (digits === 1 && units.length === 2) return units[0] === SIX && isVowel(units[1]);
  return digits === 1 && units.length > 3 && isVowel(units[1]) && LATIN.has(String.fromCharCode(units[0] ?? 0));
}

function opensCyrillic(units: readonly number[], digits: number): boolean {
  const [first, second] = units;
  const beforeVowel = isVowel(units[digits]);
  if (digits === 1 && first === ZERO) return !beforeVowel;
  if (digits === 1) return beforeVowel && (units.length > 3 || isConsonantDigit(first));
  if (digits !== 2) return false;
  const mixed = (first === ZERO && isConsonantDigit(second)) || (second === ZERO && isConsonantDigit(first));
  return mixed && (beforeVowel || (second === ZERO && units.length > 4));
}

function closesWord(units: readonly number[], at: number, script: Script): boolean {
  if (script === 'Latn' && units[at] === ZERO) return at > 1 && isConsonant(units[at - 1]);
  if (script === 'Latn') {
    // A4 and E6 are paper and roads; ich, och, uch are words.
    if (units.length === 2) return IOU.has(units[0] ?? 0) && (units[1] === FOUR || units[1] === SIX);
    return units[at] === FOUR || units[at] === SIX;
  }
  if (script !== 'Cyrl') return false;
  if (units[at] === ZERO) return isConsonant(units[at - 1]);
  return units.length <= 3 && isConsonantDigit(units[at]) && isVowel(units[at - 1]);
}

function hasDigit(units: readonly number[], from: number, to: number): boolean {
  return units.slice(from, to).some(isDigit);
}

/** The digits that people take for consonants in Cyrillic: з ч б. */
function isConsonantDigit(unit: number | undefined): boolean {
  return unit === THREE || unit === FOUR || unit === SIX;
}

/** The letters that the digit or symbol at an index stands for; `uzbekChat` as {@link isUzbekChat} says of the word. */
function read(units: readonly number[], at: number, script: Script, uzbekChat: boolean): string {
  const unit = units[at] ?? 0;
  const sign = String.fromCharCode(unit);
  if (script === 'Cyrl') return CYRILLIC.get(sign) ?? sign;
  if (unit === FOUR && uzbekChat) return 'ch';
  if (unit === SIX && uzbekChat) return readSix(units, at);
  return LATIN.get(sign) ?? sign;
}

/** Uzbek chat writes 6 for sh beside a vowel (`6unaqa`, `yax6i`) and for oʻ between consonants (`s6ragan`, `k6p`). */
function readSix(units: readonly number[], at: number): string {
  const next = units[at + 1];
  const before = at === 0 || isConsonant(units[at - 1]);
  return before && isConsonant(next) ? 'oʼ' : 'sh';
}

/** 4 and 6 are ch and sh only where no other digit stands for a letter: `j1h4d` means a. */
function isUzbekChat(units: readonly number[]): boolean {
  return !units.some((unit) => unit !== FOUR && unit !== SIX && (isDigit(unit) || KINDS[unit] === KIND.symbol));
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && KINDS[unit] === KIND.digit;
}

function isVowel(unit: number | undefined): boolean {
  return unit !== undefined && VOWELS.has(LOWER[unit] ?? unit);
}

function isConsonant(unit: number | undefined): boolean {
  return unit !== undefined && !isDigit(unit) && !isVowel(unit);
}
