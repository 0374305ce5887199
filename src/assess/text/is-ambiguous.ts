import { isLetter, isWordKind, KIND, kindAt, LOWER } from './characters.js';
import { FEWEST_LETTERS } from './join-letters.js';
import { endOfAddress } from './markup.js';
import { type RawWord, TRAIT } from './raw-word.js';

/** A cut in this many words may be one that hides them. */
const WORDS_A_CUT = 16;
/** A hyphen is too common to cut words, but in every fourth. */
const WORDS_A_HYPHEN = 4;

/** Longer than any message; what comes in files is read once. */
const MOST_CHARACTERS = 10_000;

/** Whether a text may be read in several ways. Hardly any may, so what is looked at is what stands between its words, and in those with digits or what nobody sees. */
export function isAmbiguous(text: string, words: readonly RawWord[]): boolean {
  return text.length <= MOST_CHARACTERS && isDoubtful(text, words);
}

function isDoubtful(text: string, words: readonly RawWord[]): boolean {
  let alone = 0;
  let doubt = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    alone = word.length === 1 && !(word.traits & TRAIT.digits) ? alone + 1 : 0;
    if (alone === FEWEST_LETTERS) return true;
    if (word.traits & DOUBTFUL) doubt += doubtInside(text, word);
    const before = words[at - 1]?.end ?? word.start;
    if (word.start > before && !isSpace(text, word.start - 1)) doubt += doubtBetween(text, before, word.start);
  }
  return doubt > 0 && doubt >= words.length;
}

const DOUBTFUL = TRAIT.dirty | TRAIT.digits;

function isSpace(text: string, at: number): boolean {
  return kindAt(text, at) === KIND.space;
}

/** What nobody sees, or an asterisk, may stand for a space; a 4 behind a Cyrillic letter for an а (before one it counts: «4та»). */
function doubtInside(text: string, { start, end }: RawWord): number {
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === FOUR && kindAt(text, at - 1) === KIND.cyrillic) return WORDS_A_CUT;
    if ((code === ASTERISK || kindAt(text, at) === KIND.ignorable) && isWordKind(kindAt(text, at + 1)))
      return WORDS_A_CUT;
  }
  return 0;
}

const FOUR = 0x34;
const ASTERISK = 0x2a;

/** For how many words what stands between two of them leaves open whether it parts them; 0 where it does, as in ordinary text. */
function doubtBetween(text: string, end: number, next: number): number {
  if (!areCut(text, end, next)) return 0;
  for (let at = end; at < next; at += 1) {
    const kind = kindAt(text, at);
    if (kind === KIND.hyphen) return isCapital(text, end - 1) && isCapital(text, next) ? WORDS_A_CUT : WORDS_A_HYPHEN;
    if (ORDINARY.has(kind) || (kind === KIND.stop && endOfAddress(text, at) > at)) return 0;
  }
  return WORDS_A_CUT;
}

/** Two letters on either side, or a small one beside a full stop: «т.е.», «А.С. Пушкин» and «и/или» cut nothing, «идите.в.дом» may. */
function areCut(text: string, end: number, next: number): boolean {
  if (!isLetter(kindAt(text, end - 1)) || !isLetter(kindAt(text, next))) return false;
  const longBefore = isLetter(kindAt(text, end - 2));
  const longBehind = isLetter(kindAt(text, next + 1));
  if (longBefore && longBehind) return true;
  if (kindAt(text, end) !== KIND.stop) return false;
  return longBefore ? !isCapital(text, next) : longBehind && !isCapital(text, end - 1);
}

/** What stands between words of any text; an apostrophe or a mark belongs to a word. */
const ORDINARY: ReadonlySet<number> = new Set([
  KIND.space,
  KIND.newline,
  KIND.comma,
  KIND.apostrophe,
  KIND.mark,
  KIND.quoteOpen,
  KIND.quoteClose,
  KIND.quoteStraight,
]);

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return LOWER[code] !== code;
}
