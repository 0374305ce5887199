import type { Break } from './token.js';

/**
 * What the scanner noticed about a stretch of characters that makes one word. A class for the reason that `ReadToken` gives;
 * given one by one, because a list of names for each word would be as much garbage as the word.
 */
export class RawWord {
  /** UTF-16 offsets into the original, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Bits of {@link TRAIT}. */
  readonly traits: number;
  /** Letters and digits, marks and ignorables not counted. */
  readonly length: number;
  readonly before: Break;
  /** A question mark stands between the previous word and this one. */
  readonly asked: boolean;
  quoted = false;

  constructor(start: number, end: number, traits: number, length: number, before: Break, asked: boolean) {
    this.start = start;
    this.end = end;
    this.traits = traits;
    this.length = length;
    this.before = before;
    this.asked = asked;
  }
}

/** Traits of a raw word; a word with none but a single script and `capitals` needs no undoing. */
export const TRAIT = {
  cyrillic: 1,
  latin: 2,
  arabic: 4,
  otherLetter: 8,
  digits: 16,
  /** Marks, ignorables, symbols, look-alikes: anything that the form must not keep. */
  dirty: 32,
  capitals: 64,
  /** Three equal letters in a row. */
  stretched: 128,
  apostrophes: 256,
  /** Put together from single letters that were spaced or dotted out. */
  spacedOut: 512,
} as const;

/** A text cut into raw words. */
export interface RawText {
  readonly words: readonly RawWord[];
  /** A question mark follows the last word. */
  readonly askedAtEnd: boolean;
}
