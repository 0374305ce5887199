import { isLetter, isWordKind, KIND, KINDS, kindAt, LOWER } from './characters.js';
import { letterInDress } from './look-alikes.js';
import { endOfAddress } from './markup.js';

/**
 * Where the word goes on after a character that is neither letter nor digit, or `at` when it ends here.
 * A word runs through marks and invisible characters, through an apostrophe, emphasis or a symbol between letters.
 */
export function continues(text: string, at: number, kind: number, start: number): number {
  switch (kind) {
    case KIND.mark:
    case KIND.ignorable:
      return afterInvisible(text, at);
    case KIND.apostrophe:
      return afterApostrophe(text, at, start);
    case KIND.emphasis:
      return afterEmphasis(text, at);
    case KIND.symbol:
      return continuesThroughSymbol(text, at);
    case KIND.surrogate:
      return letterInDress(text, at) === '' ? at : at + 2;
    default:
      return at;
  }
}

/** Between letters, or an a at the end of a word: «Нусраб@ даро». */
function continuesThroughSymbol(text: string, at: number): number {
  const next = kindAt(text, at + 1);
  const endsWord = text.charCodeAt(at) === AT_SIGN && isLetter(kindAt(text, at - 1)) && ENDS_WORD.has(next);
  const inWord = isLetter(next) || (next === KIND.apostrophe && isLetter(kindAt(text, at + 2)));
  return endsWord || (inWord && endOfAddress(text, at) === at) ? at + 1 : at;
}

const AT_SIGN = 0x40;
const ENDS_WORD: ReadonlySet<number> = new Set([
  KIND.separator,
  KIND.space,
  KIND.newline,
  KIND.comma,
  KIND.stop,
  KIND.ignorable,
  KIND.emphasis,
]);

/** Marks belong to the word before them; what nobody sees, and an apostrophe behind it, only when a letter follows. */
function afterInvisible(text: string, at: number): number {
  let end = at;
  let reach = at;
  while (end < text.length) {
    const kind = kindAt(text, end);
    if (kind !== KIND.mark && kind !== KIND.ignorable && kind !== KIND.apostrophe) break;
    end += 1;
    if (kind === KIND.mark) reach = end;
  }
  return isWordKind(kindAt(text, end)) ? end : reach;
}

function afterApostrophe(text: string, at: number, start: number): number {
  const end = afterHidden(text, at + 1);
  const next = kindAt(text, end);
  if (
    isLetter(next) ||
    (next === KIND.surrogate && letterInDress(text, end) !== '') ||
    (next === KIND.digit && isLetter(kindAt(text, end + 1)))
  )
    return end;
  const previous = lowerLetterBefore(text, at);
  const takesApostrophe = previous === 0x6f || previous === 0x67;
  const opened = start > 0 && kindAt(text, start - 1) === KIND.apostrophe;
  return takesApostrophe && !opened ? at + 1 : at;
}

function lowerLetterBefore(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at - 1);
  return LOWER[KINDS[code] === KIND.surrogate ? letterInDress(text, at - 2).charCodeAt(0) : code];
}

/** Past a second apostrophe, invisible characters and emphasis, a few at most. */
function afterHidden(text: string, at: number): number {
  let end = at;
  while (end < at + MOST_HIDDEN && HIDDEN.has(kindAt(text, end))) end += 1;
  return end;
}

const MOST_HIDDEN = 4;
const HIDDEN: ReadonlySet<number> = new Set([KIND.apostrophe, KIND.ignorable, KIND.mark, KIND.emphasis]);

/** A spoiler that closes and one that opens. */
const MOST_EMPHASIS = 4;

/** Doubled marks (`**`, `__`, `~~`, `||`) and a single `*` inside a word are Discord's emphasis; a single _ joins words. */
function afterEmphasis(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at;
  while (end < at + MOST_EMPHASIS && text.charCodeAt(end) === code) end += 1;
  const closes = end - at >= 2 || code === 0x2a;
  if (kindAt(text, end) === KIND.apostrophe) end += 1;
  return closes && isLetter(kindAt(text, end)) ? end : at;
}
