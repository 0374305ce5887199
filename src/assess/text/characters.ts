import { ALIEN_TO_LATIN, COMPATIBLE_LETTERS } from './look-alikes.js';

/** What a UTF-16 code unit is to the scanner. Letters come first, so that one comparison finds them. */
export const KIND = {
  separator: 0,
  /** Letters of Russian, Tajik and Uzbek. */
  cyrillic: 1,
  latin: 2,
  /** Latin letters outside a–z (ş, ö, ī). */
  latinOther: 3,
  /** Cyrillic letters that none of our languages writes (і, ө, љ): telling, so kept in the form. */
  cyrillicOther: 4,
  /** Another form of a Latin or Cyrillic letter: fullwidth, small capitals, circled. */
  compatible: 5,
  /** A letter of another script that looks like a Latin one. */
  alien: 6,
  arabic: 7,
  otherLetter: 8,
  digit: 9,
  mark: 10,
  /** Zero-width, bidirectional, variation: never seen by a reader. */
  ignorable: 11,
  space: 12,
  newline: 13,
  comma: 14,
  stop: 15,
  quoteOpen: 16,
  quoteClose: 17,
  quoteStraight: 18,
  apostrophe: 19,
  hyphen: 20,
  surrogate: 21,
  /** * _ ~ | : emphasis and spoilers. */
  emphasis: 22,
  /** @ $ € : letters in disguise when inside a word. */
  symbol: 23,
  /** < and ], which may open Discord markup. */
  markup: 24,
} as const;

const LIKE_APOSTROPHES = "ʻʼ‘’'`´ʹʽˈ′＇ˋˊ";

/** Every character that is read as an apostrophe. */
export const APOSTROPHES = new RegExp(`[${LIKE_APOSTROPHES}]`, 'g');

const SIZE = 0x10000;

/** Kind of each code unit of the Basic Multilingual Plane. */
export const KINDS: Uint8Array = tabulateKinds();

/** Lower-case code unit of each code unit. */
export const LOWER: Uint16Array = tabulateLower();

function everyCharacter(): string {
  const chunks: string[] = [];
  for (let from = 0; from < SIZE; from += 0x100) {
    if (from >= 0xd800 && from < 0xe000) continue;
    chunks.push(String.fromCharCode(...Array.from({ length: 0x100 }, (_, offset) => from + offset)));
  }
  return chunks.join('');
}

function tabulateKinds(): Uint8Array {
  const kinds = new Uint8Array(SIZE);
  const all = everyCharacter();
  const mark = (characters: string, kind: number): void => {
    for (let at = 0; at < characters.length; at += 1) kinds[characters.charCodeAt(at)] = kind;
  };
  const markMatches = (pattern: RegExp, kind: number): void => {
    for (const run of all.match(pattern) ?? []) mark(run, kind);
  };
  markMatches(/\p{L}+/gu, KIND.otherLetter);
  markMatches(/\p{Script=Arabic}+/gu, KIND.arabic);
  markMatches(/[\p{Script=Latin}&&\p{L}]+/gv, KIND.latinOther);
  markMatches(/[\p{Script=Cyrillic}&&\p{L}]+/gv, KIND.cyrillicOther);
  markMatches(/\p{M}+/gu, KIND.mark);
  markMatches(/\p{Nd}+/gu, KIND.digit);
  markMatches(/[\p{Zs}\t\v\f]+/gu, KIND.space);
  for (const letter of ALIEN_TO_LATIN.keys()) mark(letter, KIND.alien);
  for (const letter of COMPATIBLE_LETTERS.keys()) mark(letter, KIND.compatible);
  markMatches(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, KIND.ignorable);
  mark('абвгдеёжзийклмнопрстуфхцчшщъыьэюяҳқғҷӣӯўАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҲҚҒҶӢӮЎ', KIND.cyrillic);
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', KIND.latin);
  mark('\n\r\u0085\u2028\u2029', KIND.newline);
  mark(',;:()،؛、，；：', KIND.comma);
  mark('.!?…؟。！？‽', KIND.stop);
  mark('«“„‹‟', KIND.quoteOpen);
  mark('»”›', KIND.quoteClose);
  mark('"＂', KIND.quoteStraight);
  mark(LIKE_APOSTROPHES, KIND.apostrophe);
  mark('-‐‑‒–—―−', KIND.hyphen);
  mark('*_~|', KIND.emphasis);
  mark('@$€', KIND.symbol);
  mark('<]', KIND.markup);
  kinds.fill(KIND.surrogate, 0xd800, 0xe000);
  return kinds;
}

function tabulateLower(): Uint16Array {
  const lower = Uint16Array.from({ length: SIZE }, (_, code) => code);
  for (const capital of everyCharacter().match(/[\p{Lu}\p{Lt}Ⓐ-Ⓩ]/gu) ?? []) {
    // İ alone becomes two units; its first, i, is the letter.
    lower[capital.charCodeAt(0)] = capital.toLowerCase().charCodeAt(0);
  }
  return lower;
}

/** Kind of the code unit at an index; a separator past the end. */
export function kindAt(text: string, at: number): number {
  return at < text.length ? (KINDS[text.charCodeAt(at)] ?? 0) : KIND.separator;
}

/** True for the kinds of letters. */
export function isLetter(kind: number): boolean {
  return kind >= KIND.cyrillic && kind <= KIND.otherLetter;
}

/** True for the kinds that a word is made of: letters and digits. */
export function isWordKind(kind: number): boolean {
  return kind >= KIND.cyrillic && kind <= KIND.digit;
}
