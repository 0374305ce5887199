import { camelCaseStarts } from './camel-case.js';
import { isLetter, isWordKind, KIND, KINDS, kindAt, LOWER } from './characters.js';
import { continues } from './continue-word.js';
import { letterInDress } from './look-alikes.js';
import { endOfAddress, endOfLinkTarget, endOfTag } from './markup.js';
import { newScan, type Scan, takeHyphen, takeQuote, takeStop } from './punctuation.js';
import { type RawText, SpareWords, TRAIT } from './raw-word.js';

/** The one state in assess that outlives a call: nobody but `normalise` scans, and it keeps no raw word. */
const spare = new SpareWords();

/** Cuts a text into raw words in one pass. Time is linear in its length, whatever it holds. The words stand until the next scan. */
export function scan(text: string): RawText {
  spare.free();
  const state = newScan(text);
  let at = 0;
  while (at < text.length) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (isWordKind(kind)) at = takeWord(state, at);
    else if (kind === KIND.space) at += 1;
    else if (kind === KIND.surrogate) at = takeAstral(state, at);
    else at = takeMark(state, at, kind);
  }
  return { words: state.words, askedAtEnd: state.asked };
}

const TRAIT_OF_KIND: readonly number[] = traitsByKind();

function traitsByKind(): number[] {
  const traits = new Array<number>(Object.keys(KIND).length).fill(TRAIT.dirty);
  traits[KIND.cyrillic] = TRAIT.cyrillic;
  traits[KIND.cyrillicOther] = TRAIT.cyrillic;
  traits[KIND.latin] = TRAIT.latin;
  traits[KIND.latinOther] = TRAIT.latin;
  traits[KIND.arabic] = TRAIT.arabic;
  traits[KIND.otherLetter] = TRAIT.otherLetter;
  traits[KIND.alien] = TRAIT.otherLetter | TRAIT.dirty;
  traits[KIND.digit] = TRAIT.digits;
  traits[KIND.apostrophe] = TRAIT.apostrophes;
  return traits;
}

function takeWord(state: Scan, start: number): number {
  const { text } = state;
  let traits = 0;
  let length = 0;
  let at = start;
  // A lone pass over the letters; what interrupts them is rare and looked at apart.
  for (;;) {
    const run = endOfLetters(text, at);
    traits |= traitsOfRun(text, at, run);
    length += run - at;
    const kind = kindAt(text, run);
    const next = continues(text, run, kind, start);
    if (next === run) {
      if (traits & TRAIT.capitals && isSeveralWords(text, start)) return finishEach(state, start, run);
      return finishWord(state, start, run, traits, length);
    }
    traits |= kind === KIND.apostrophe ? TRAIT.apostrophes : TRAIT.dirty;
    if (kind === KIND.surrogate) length += 1;
    at = next;
  }
}

function endOfLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWordKind(KINDS[text.charCodeAt(at)] ?? 0)) at += 1;
  return at;
}

function traitsOfRun(text: string, from: number, to: number): number {
  let traits = 0;
  let last = 0;
  let beforeLast = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const lower = LOWER[code] ?? code;
    traits |= TRAIT_OF_KIND[KINDS[code] ?? 0] ?? 0;
    if (lower !== code) traits |= TRAIT.capitals;
    if (lower === last && last === beforeLast) traits |= TRAIT.stretched;
    beforeLast = last;
    last = lower;
  }
  return traits;
}

const HASH = 0x23;

/** In the hashtag #МыПротивИГИЛ each word begins with a capital, and «вИГИЛ» lacks a space. */
function isSeveralWords(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) === HASH) return true;
  const behind = text.charCodeAt(start + 1);
  return PREPOSITIONS.has(text.charAt(start)) && LOWER[behind] !== behind;
}

/** Of one letter, which a space may be missing behind: hardly any name begins with one of them and then a capital. */
const PREPOSITIONS: ReadonlySet<string> = new Set('вксуvk');

function finishEach(state: Scan, start: number, end: number): number {
  const { text } = state;
  const ends = [...camelCaseStarts(text.slice(start, end)).map((at) => start + at), end];
  let from = start;
  for (const to of ends) {
    finishWord(state, from, to, traitsOfRun(text, from, to), to - from);
    from = to;
  }
  return end;
}

function finishWord(state: Scan, start: number, end: number, traits: number, length: number): number {
  const next = state.text.charCodeAt(end);
  if ((next === 0x2e || next === 0x3a || next === 0x40) && traits & (TRAIT.latin | TRAIT.digits)) {
    const afterAddress = endOfAddress(state.text, end);
    if (afterAddress > end) return afterAddress;
  }
  const word = spare.take();
  word.start = start;
  word.end = end;
  word.traits = traits;
  word.length = length;
  word.before = state.before;
  word.asked = state.asked;
  word.quoted = false;
  state.words.push(word);
  state.before = 'none';
  state.asked = false;
  return end;
}

function takeAstral(state: Scan, at: number): number {
  const code = state.text.codePointAt(at) ?? 0;
  if (code < 0x10000) return at + 1;
  if (letterInDress(state.text, at) !== '') return takeWord(state, at);
  const isEmoji = code >= 0x1f000 && code < 0x20000;
  if (isEmoji || !/^\p{L}$/u.test(String.fromCodePoint(code))) return at + 2;
  return finishWord(state, at, at + 2, TRAIT.otherLetter, 1);
}

function takeMark(state: Scan, at: number, kind: number): number {
  switch (kind) {
    case KIND.newline:
      state.before = 'sentence';
      state.straight = -1;
      return at + 1;
    case KIND.stop:
      return takeStop(state, at);
    case KIND.comma:
      if (state.before === 'none') state.before = 'comma';
      return at + 1;
    case KIND.hyphen:
      return takeHyphen(state, at);
    case KIND.quoteOpen:
    case KIND.quoteClose:
    case KIND.quoteStraight:
      takeQuote(state, state.text.charCodeAt(at));
      return at + 1;
    case KIND.markup:
      return Math.max(at + 1, endOfTag(state.text, at), endOfLinkTarget(state.text, at));
    case KIND.symbol:
      return opensWord(state.text, at) ? takeWord(state, at) : at + 1;
    default:
      return at + 1;
  }
}

/** «$лава», and «@л-Қоида»: what @ opens in Latin letters is somebody's name, unless it is an a soon after, too. */
function opensWord(text: string, at: number): boolean {
  const next = kindAt(text, at + 1);
  if (text.charCodeAt(at) === DOLLAR) return isLetter(next);
  return next === KIND.cyrillic || (next === KIND.latin && isLetterAgain(text, at));
}

/** «@sk@ri», «@l qoid@»: in the same word or the next, and in no address. */
function isLetterAgain(text: string, at: number): boolean {
  SIGN_AGAIN.lastIndex = at + 1;
  if (!SIGN_AGAIN.test(text)) return false;
  const again = SIGN_AGAIN.lastIndex - 1;
  return endOfAddress(text, again) === again;
}

const SIGN_AGAIN = /[a-zʻʼ'‘’`]+(?:[ -][a-zʻʼ'‘’`]+)?@/iy;

const DOLLAR = 0x24;
