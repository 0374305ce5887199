import type { Break } from './token.js';

/** What the scanner noticed about a stretch of characters that makes one word. A class for the reason that `ReadToken` gives. */
export class RawWord {
  /** UTF-16 offsets into the original, end exclusive. */
  start = 0;
  end = 0;
  /** Bits of {@link TRAIT}. */
  traits = 0;
  /** Letters and digits, marks and ignorables not counted. */
  length = 0;
  before: Break = 'none';
  /** A question mark stands between the previous word and this one. */
  asked = false;
  quoted = false;
}

/** Raw words of longer texts are thrown away after use. */
const MOST_SPARE = 1_024;

/**
 * Gives out raw words that were used before. They live no longer than one text is normalised, and made anew for each they were
 * a seventh of all garbage. Whoever takes one sets everything in it.
 */
export class SpareWords {
  readonly #words: RawWord[] = [];
  #taken = 0;

  /** All may be taken again. */
  free(): void {
    this.#taken = 0;
  }

  take(): RawWord {
    const known = this.#words[this.#taken];
    if (known !== undefined) {
      this.#taken += 1;
      return known;
    }
    const word = new RawWord();
    if (this.#words.length < MOST_SPARE) {
      this.#words.push(word);
      this.#taken += 1;
    }
    return word;
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
