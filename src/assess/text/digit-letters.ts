import { KIND, KINDS, LOWER } from './characters.js';
import type { Script } from './token.js';

const CYRILLIC: ReadonlyMap<string, string> = new Map(
  '0о 1и 3з 4ч 5с 6б 7т 8в 9д @а $с €е'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const LATIN: ReadonlyMap<string, string> = new Map(
  '0o 1i 3e 4a 5s 6g 7t 8b 9q @a $s €e'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const VOWELS = new Set([...'аеёиоуыэюяӣӯўaeiouʼ'].map((letter) => letter.charCodeAt(0)));
const FOUR = 0x34;
const SIX = 0x36;

/** Letters written as digits and symbols, for words that are mostly letters. */
export const digitLetters = { trim, read };

/**
 * The part of a word that digits at its ends do not belong to: `100та` is `та`, `группа5` is `группа`.
 *
 * One digit at the front stays when a vowel follows, as in `4еловек` and `6ahid`; one 4 or 6 at the end of a Latin
 * word stays, as in Uzbek `i6`.
 */
function trim(units: readonly number[], script: Script): { from: number; to: number } {
  let from = 0;
  while (from < units.length && isDigit(units[from])) from += 1;
  if (from === units.length) return { from: 0, to: 0 };
  if (from === 1 && units.length > 3 && isVowel(units[1]) && CYRILLIC.has(String.fromCharCode(units[0] ?? 0))) from = 0;
  let to = units.length;
  while (to > from && isDigit(units[to - 1])) to -= 1;
  const last = units[to];
  if (script === 'Latn' && units.length - to === 1 && (last === FOUR || last === SIX)) to = units.length;
  return { from, to };
}

/** The letters that the digit or symbol at an index stands for. */
function read(units: readonly number[], at: number, script: Script): string {
  const unit = units[at] ?? 0;
  const sign = String.fromCharCode(unit);
  if (script === 'Cyrl') return CYRILLIC.get(sign) ?? sign;
  if (unit === FOUR && !hasOtherDigits(units)) return 'ch';
  if (unit === SIX && !hasOtherDigits(units)) return readSix(units, at);
  return LATIN.get(sign) ?? sign;
}

/** Uzbek chat writes 6 for sh beside a vowel (`6unaqa`, `yax6i`) and for oʻ between consonants (`s6ragan`, `k6p`). */
function readSix(units: readonly number[], at: number): string {
  const next = units[at + 1];
  const before = at === 0 || isConsonant(units[at - 1]);
  return before && isConsonant(next) ? 'oʼ' : 'sh';
}

/** 4 and 6 are Uzbek chat only where no other digit stands for a letter: `j1h4d` means a. */
function hasOtherDigits(units: readonly number[]): boolean {
  return units.some((unit) => unit !== FOUR && unit !== SIX && (isDigit(unit) || KINDS[unit] === KIND.symbol));
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
