import { LOWER } from './characters.js';
import type { RawWord } from './raw-word.js';
import type { Break, Script, Token } from './token.js';
import type { PlainWord } from './undisguise.js';

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
  readonly capitalised: boolean;
  readonly inCapitals: boolean;
  readonly before: Break;
  readonly quoted: boolean;
  readonly sentence: number;
  readonly inQuestion: boolean;

  constructor(plain: PlainWord, word: RawWord, original: string, sentence: number, inQuestion: boolean) {
    const code = original.charCodeAt(plain.start);
    this.start = plain.start;
    this.end = plain.end;
    this.form = plain.form;
    this.script = plain.script;
    this.capitalised = LOWER[code] !== code;
    const second = original.charCodeAt(plain.start + 1);
    this.inCapitals = this.capitalised && plain.end - plain.start > 1 && LOWER[second] !== second;
    this.before = word.before;
    this.quoted = word.quoted;
    this.sentence = sentence;
    this.inQuestion = inQuestion;
  }
}
