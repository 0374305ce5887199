import { LOWER } from './characters.js';
import type { RawWord } from './raw-word.js';
import type { Break, Script, Token } from './token.js';
import type { PlainWord } from './undisguise.js';

/** What a token may be, besides its form. */
const MARK = { capitalised: 1, inCapitals: 2, quoted: 4, inQuestion: 8 } as const;

/**
 * A token as reading makes it.
 *
 * A class, because of what V8 does with object literals: where many of one place outlive a collection, as the words of a long
 * text do that is in hand at that moment, it puts all that follow among the old, where they wait for a full collection and keep
 * alive what they point to. Reading long texts then took half as long again, and a pause five times as long.
 */
export class ReadToken implements Token {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly script: Script;
  readonly before: Break;
  readonly sentence: number;
  /** Bits of {@link MARK}: as four fields they made a token a third larger. */
  readonly #marks: number;

  constructor(plain: PlainWord, word: RawWord, original: string, sentence: number, inQuestion: boolean) {
    const code = original.charCodeAt(plain.start);
    this.start = plain.start;
    this.end = plain.end;
    this.form = plain.form;
    this.script = plain.script;
    this.before = word.before;
    this.sentence = sentence;
    const capitalised = LOWER[code] !== code;
    const second = original.charCodeAt(plain.start + 1);
    const inCapitals = capitalised && plain.end - plain.start > 1 && LOWER[second] !== second;
    this.#marks =
      (capitalised ? MARK.capitalised : 0) |
      (inCapitals ? MARK.inCapitals : 0) |
      (word.quoted ? MARK.quoted : 0) |
      (inQuestion ? MARK.inQuestion : 0);
  }

  get capitalised(): boolean {
    return (this.#marks & MARK.capitalised) !== 0;
  }

  get inCapitals(): boolean {
    return (this.#marks & MARK.inCapitals) !== 0;
  }

  get quoted(): boolean {
    return (this.#marks & MARK.quoted) !== 0;
  }

  get inQuestion(): boolean {
    return (this.#marks & MARK.inQuestion) !== 0;
  }
}
