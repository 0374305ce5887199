import { baseLetter, count, mostlyLetters, scriptOf } from './census.js';
import { KIND, KINDS, LOWER } from './characters.js';
import { digitLetters } from './digit-letters.js';
import type { Habits } from './habits.js';
import {
  ALIEN_TO_LATIN,
  COMPATIBLE_LETTERS,
  cyrillicLook,
  cyrillicSound,
  latinLook,
  latinSound,
  letterInDress,
} from './look-alikes.js';
import { type RawWord, TRAIT } from './raw-word.js';
import type { Script } from './token.js';

/** A word without its disguise. */
export interface PlainWord {
  readonly form: string;
  readonly script: Script;
  /** UTF-16 offsets into the original, end exclusive; digits before and after the word are left outside. */
  readonly start: number;
  readonly end: number;
}

/** The letters, digits and symbols of a word as plain code units, each with its offset in the original. */
interface Spelling {
  readonly units: number[];
  readonly offsets: number[];
}

const APOSTROPHE = 0x2bc;
/** Macron, breve, diaeresis: the marks that make letters of ours (ӣ ӯ й ў ё, ū ğ ö). Ring, tilde, caron, cedilla: Latin chat. */
const COMPOSING = new Set([0x304, 0x306, 0x308, 0x303, 0x30c, 0x327]);

/**
 * Undoes what hides a word: marks and invisible characters, look-alikes, digits for letters, stretching.
 *
 * Look-alikes are folded towards the script in which the fewest letters would be poor doubles; a tie goes to the script of
 * the rest of the text. A letter of a third script is folded only where letters of ours make up at least half of the word.
 */
export function undisguise(text: string, word: RawWord, habits: Habits): PlainWord {
  const spelling = spell(text, word);
  const census = count(spelling.units);
  const script = scriptOf(census, habits);
  const { from, to } = digitLetters.trim(spelling.units, script, habits.digits);
  const start = spelling.offsets[from] ?? word.start;
  const end = to < spelling.units.length ? (spelling.offsets[to] ?? word.end) : word.end;
  if (from === to) return unread(text, word, spelling.units);
  const readsDigits = mostlyLetters(census, script, habits);
  const form = respell(spelling.units.slice(from, to), script, readsDigits);
  return { form: isStretched(form) ? unstretch(form) : form, script, start, end };
}

function spell(text: string, word: RawWord): Spelling {
  const spelling: Spelling = { units: [], offsets: [] };
  const spacedOut = (word.traits & TRAIT.spacedOut) !== 0;
  let composes = false;
  for (let at = word.start; at < word.end; at += 1) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code] ?? 0;
    if (kind === KIND.mark) {
      if (composes) compose(spelling.units, code);
      composes = false;
      continue;
    }
    const unit = unitOf(text, at, { code, kind, spacedOut });
    if (unit === 0) continue;
    spelling.units.push(unit);
    spelling.offsets.push(at);
    composes = true;
  }
  return spelling;
}

function unitOf(text: string, at: number, seen: { code: number; kind: number; spacedOut: boolean }): number {
  const { code, kind } = seen;
  if (kind === KIND.compatible) return COMPATIBLE_LETTERS.get(text.charAt(at))?.charCodeAt(0) ?? code;
  if (kind === KIND.apostrophe) return APOSTROPHE;
  if (kind === KIND.digit) return plainDigit(code);
  if (kind === KIND.symbol) return seen.spacedOut ? 0 : code;
  if (kind === KIND.surrogate) return letterInDress(text, at).charCodeAt(0) || 0;
  return kind >= KIND.cyrillic && kind <= KIND.otherLetter ? code : 0;
}

/** 0–9 for any decimal digit: Unicode lays each set of ten out in order. */
function plainDigit(code: number): number {
  if (code < 0x80) return code;
  let zero = code;
  while (zero > code - 9 && KINDS[zero - 1] === KIND.digit) zero -= 1;
  const value = code - zero;
  return 0x30 + (value > 9 ? 0 : value);
}

function compose(units: number[], mark: number): void {
  const base = units.at(-1);
  if (base === undefined || !COMPOSING.has(mark)) return;
  const composed = String.fromCharCode(base, mark).normalize('NFC');
  if (composed.length === 1) units[units.length - 1] = composed.charCodeAt(0);
}

/** A number, or letters of a script outside the Basic Multilingual Plane: kept as they are. */
function unread(text: string, word: RawWord, digits: readonly number[]): PlainWord {
  const form = digits.length > 0 ? String.fromCharCode(...digits.slice(0, 64)) : text.slice(word.start, word.end);
  return { form, script: 'other', start: word.start, end: word.end };
}

function respell(units: readonly number[], script: Script, readsDigits: boolean): string {
  const mixed = script === 'Cyrl' && units.some((unit) => !isCyrillic(unit));
  const uzbekChat = readsDigits && digitLetters.isUzbekChat(units);
  let form = '';
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0;
    const kind = KINDS[unit] ?? 0;
    const isSign = kind === KIND.digit || kind === KIND.symbol;
    if (isSign && readsDigits) form += digitLetters.read(units, at, script, uzbekChat);
    else form += String.fromCharCode(isSign ? unit : toScript(unit, kind, { script, mixed }));
  }
  return form;
}

function toScript(unit: number, kind: number, target: { script: Script; mixed: boolean }): number {
  if (target.script === 'Cyrl') return toCyrillic(unit, kind, target.mixed);
  return target.script === 'Latn' ? toLatin(unit, kind) : (LOWER[unit] ?? unit);
}

function isCyrillic(unit: number): boolean {
  const kind = KINDS[unit];
  return kind === KIND.cyrillic || kind === KIND.cyrillicOther || kind === KIND.apostrophe;
}

function toCyrillic(unit: number, kind: number, mixed: boolean): number {
  if (kind === KIND.alien) return toCyrillic(alienToLatin(unit), KIND.latin, mixed);
  if (kind === KIND.latin || kind === KIND.latinOther) {
    const base = baseLetter(unit);
    return cyrillicLook(base) || cyrillicSound(LOWER[base] ?? base) || (LOWER[base] ?? base);
  }
  const lower = LOWER[unit] ?? unit;
  const foldsI = kind === KIND.cyrillicOther && mixed && (lower === 0x456 || lower === 0x457);
  return foldsI ? 0x438 : lower;
}

function toLatin(unit: number, kind: number): number {
  if (kind === KIND.alien) return LOWER[alienToLatin(unit)] ?? unit;
  if (kind !== KIND.cyrillic && kind !== KIND.cyrillicOther) return LOWER[unit] ?? unit;
  const lower = LOWER[unit] ?? unit;
  return latinLook(unit) || latinLook(lower) || latinSound(lower) || lower;
}

function alienToLatin(unit: number): number {
  return ALIEN_TO_LATIN.get(String.fromCharCode(unit))?.charCodeAt(0) ?? unit;
}

function isStretched(form: string): boolean {
  for (let at = 2; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    if (code === form.charCodeAt(at - 1) && code === form.charCodeAt(at - 2)) return true;
  }
  return false;
}

/** Makes every run of three or more equal letters a single one; real doubles stay. Digits are left alone. */
export function unstretch(form: string): string {
  let plain = '';
  let at = 0;
  while (at < form.length) {
    const letter = form.charAt(at);
    let end = at + 1;
    while (end < form.length && form.charAt(end) === letter) end += 1;
    plain += end - at >= 3 && (letter < '0' || letter > '9') ? letter : form.slice(at, end);
    at = end;
  }
  return plain;
}
