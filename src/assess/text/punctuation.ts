import { isLetter, isWordKind, KIND, kindAt } from './characters.js';
import { type RawWord, TRAIT } from './raw-word.js';
import type { Break } from './token.js';

/** What stands before the next word, and which quotation marks are open. Changes as the scan goes on. */
export interface Scan {
  readonly text: string;
  readonly words: RawWord[];
  before: Break;
  asked: boolean;
  /** Index of the first word inside each open pair, -1 when closed: «», “”, "". */
  guillemet: number;
  curly: number;
  straight: number;
}

/** The state before the first character. */
export function newScan(text: string): Scan {
  return { text, words: [], before: 'none', asked: false, guillemet: -1, curly: -1, straight: -1 };
}

/** A hyphen joins words without a break; a dash with space around it parts clauses. */
export function takeHyphen(state: Scan, at: number): number {
  const alone = !isWordKind(kindAt(state.text, at - 1)) && !isWordKind(kindAt(state.text, at + 1));
  if (alone && state.before === 'none') state.before = 'comma';
  return at + 1;
}

/** A dot after an initial or inside a number ends no sentence. */
export function takeStop(state: Scan, at: number): number {
  const code = state.text.charCodeAt(at);
  if (code === 0x2e && (isAbbreviation(state, at) || isDecimal(state.text, at))) return at + 1;
  state.before = 'sentence';
  if (code === 0x3f || code === 0x61f || code === 0xff1f || code === 0x203d) state.asked = true;
  return at + 1;
}

function isAbbreviation(state: Scan, at: number): boolean {
  const word = state.words.at(-1);
  if (word === undefined || word.end !== at || word.length !== 1 || word.traits & TRAIT.digits) return false;
  return (word.traits & TRAIT.capitals) !== 0 || isLetter(kindAt(state.text, at + 1));
}

function isDecimal(text: string, at: number): boolean {
  return kindAt(text, at - 1) === KIND.digit && kindAt(text, at + 1) === KIND.digit;
}

/** Opens or closes a pair of quotation marks; the words inside a closed pair are quoted. */
export function takeQuote(state: Scan, code: number): void {
  const here = state.words.length;
  switch (code) {
    case 0xab:
    case 0x2039:
      if (state.guillemet < 0) state.guillemet = here;
      return;
    case 0xbb:
    case 0x203a:
      markQuoted(state.words, state.guillemet);
      state.guillemet = -1;
      return;
    case 0x201d:
      markQuoted(state.words, state.curly);
      state.curly = -1;
      return;
    case 0x201c:
      // “ opens in English and closes in German and Russian „…“.
      if (state.curly >= 0) markQuoted(state.words, state.curly);
      state.curly = state.curly >= 0 ? -1 : here;
      return;
    case 0x201e:
    case 0x201f:
      state.curly = here;
      return;
    default:
      if (state.straight >= 0) markQuoted(state.words, state.straight);
      state.straight = state.straight >= 0 ? -1 : here;
  }
}

function markQuoted(words: readonly RawWord[], first: number): void {
  if (first < 0) return;
  for (let at = first; at < words.length; at += 1) {
    const word = words[at];
    if (word !== undefined) word.quoted = true;
  }
}
