import { mayBeDoubles } from './census.js';
import { APOSTROPHES, isWordKind, KIND, kindAt } from './characters.js';
import { habitsOf } from './habits.js';
import { isAmbiguous } from './is-ambiguous.js';
import { joinLetters } from './join-letters.js';
import { type RawWord, TRAIT } from './raw-word.js';
import { ReadToken } from './read-token.js';
import { scan } from './scan.js';
import type { NormalisedText, Script, Token } from './token.js';
import { type PlainWord, undisguise } from './undisguise.js';

const READABLE = TRAIT.cyrillic | TRAIT.latin | TRAIT.arabic | TRAIT.otherLetter | TRAIT.capitals | TRAIT.apostrophes;
const SCRIPTS = TRAIT.cyrillic | TRAIT.latin | TRAIT.arabic | TRAIT.otherLetter;

/**
 * Reads a text as words without disguise, each with its place in the original.
 *
 * Hyphens part words (Tajik бидуни-, hashtags #кор, «по-русски» are matched by their parts), apostrophes do not.
 * Addresses, mentions and custom emoji are dropped without a break. Time is linear in the length of the text.
 */
export function normalise(original: string): NormalisedText {
  const raw = scan(original);
  const words = joinLetters(original, raw.words);
  const habits = habitsOf(original, words);
  // Of its length from the start: growing it would be as much garbage again.
  const tokens = new Array<Token>(words.length);
  const letters = { cyrillic: 0, latin: 0, arabic: 0, other: 0 };
  let sentence = 0;
  let first = 0;
  while (first < words.length) {
    const end = endOfSentence(original, words, first);
    const inQuestion = words[end]?.asked ?? raw.askedAtEnd;
    for (let at = first; at < end; at += 1) {
      const word = words[at];
      if (word === undefined) break;
      const clean = isClean(original, word) && !(habits.swaps && mayBeDoubles(original, word));
      // Made in each branch, so that the compiler sees that nobody keeps what was read: a fifteenth less garbage.
      const token = clean
        ? new ReadToken(readClean(original, word), word, original, sentence, inQuestion)
        : new ReadToken(undisguise(original, word, habits), word, original, sentence, inQuestion);
      countLetters(letters, token);
      tokens[at] = token;
    }
    sentence += 1;
    first = end;
  }
  return { original, tokens, ambiguous: isAmbiguous(original, raw.words), letters };
}

/**
 * Sentences of one word each, three or more in a row that are parted alike, are one that was cut up: a word a line, or full stops
 * for spaces. «Там. Хорошо. Уйди.» is taken for one, too.
 */
function endOfSentence(text: string, words: readonly RawWord[], first: number): number {
  const end = endOfStop(words, first);
  const kind = breakBefore(text, words, end);
  let run = first;
  let cuts = 0;
  for (let next = end; run < words.length && isOneWord(text, words, run, next); next = endOfStop(words, run)) {
    run = next;
    cuts += 1;
    if (breakBefore(text, words, next) !== kind) break;
  }
  if (cuts < CUT_UP_FROM) return end;
  for (let at = first + 1; at < run; at += 1) mend(words[at]);
  return run;
}

const CUT_UP_FROM = 3;

function endOfStop(words: readonly RawWord[], first: number): number {
  let end = first + 1;
  while (end < words.length && words[end]?.before !== 'sentence') end += 1;
  return end;
}

/** What ends a sentence before a word: a line, a full stop or both; nothing before the first. */
function breakBefore(text: string, words: readonly RawWord[], at: number): number {
  const [from, to] = [words[at - 1]?.end, words[at]?.start];
  if (from === undefined || to === undefined) return 0;
  let kinds = 0;
  for (let between = from; between < to; between += 1) {
    const kind = kindAt(text, between);
    if (kind === KIND.newline) kinds |= 1;
    else if (kind === KIND.stop) kinds |= 2;
  }
  return kinds;
}

/** «ДИИШ-ро» is one, though its parts are matched by themselves. */
function isOneWord(text: string, words: readonly RawWord[], first: number, end: number): boolean {
  for (let at = first + 1; at < end; at += 1)
    if (kindAt(text, (words[at]?.start ?? 0) - 1) !== KIND.hyphen) return false;
  return true;
}

function mend(word: RawWord | undefined): void {
  if (word !== undefined) word.before = 'none';
}

/** A word of one script, with nothing else in it but single apostrophes: its form is its lower case. Nearly every word of ordinary text. */
function isClean(text: string, word: RawWord): boolean {
  if (word.traits & ~READABLE) return false;
  const scripts = word.traits & SCRIPTS;
  if ((scripts & (scripts - 1)) !== 0) return false;
  return (word.traits & TRAIT.apostrophes) === 0 || hidesNothing(text, word);
}

/** Behind an apostrophe a word may run through what nobody sees. */
function hidesNothing(text: string, { start, end }: RawWord): boolean {
  for (let at = start; at < end; at += 1) {
    const kind = kindAt(text, at);
    if (!isWordKind(kind) && kind !== KIND.apostrophe) return false;
  }
  return true;
}

function readClean(original: string, word: RawWord): PlainWord {
  let form = original.slice(word.start, word.end);
  if (word.traits & TRAIT.capitals) form = lowerCase(form);
  if (word.traits & TRAIT.apostrophes) form = form.replace(APOSTROPHES, 'ʼ');
  return {
    form,
    script: scriptOfTraits(word.traits),
    start: word.start,
    end: word.end,
  };
}

/** Of İ, which Turkish keyboards write for И, JavaScript makes two characters: an i and its dot. */
function lowerCase(form: string): string {
  const lower = form.toLowerCase();
  return lower.length === form.length ? lower : form.replaceAll('İ', 'I').toLowerCase();
}

function scriptOfTraits(traits: number): Script {
  if (traits & TRAIT.cyrillic) return 'Cyrl';
  if (traits & TRAIT.latin) return 'Latn';
  return traits & TRAIT.arabic ? 'Arab' : 'other';
}

function countLetters(letters: { cyrillic: number; latin: number; arabic: number; other: number }, token: Token) {
  const { length } = token.form;
  if (token.script === 'Cyrl') letters.cyrillic += length;
  else if (token.script === 'Latn') letters.latin += length;
  else if (token.script === 'Arab') letters.arabic += length;
  else if (token.form.charCodeAt(0) > 0x39) letters.other += length;
}

/** True when there is a letter to read. */
export function hasText(text: NormalisedText): boolean {
  const { cyrillic, latin, arabic, other } = text.letters;
  return cyrillic + latin + arabic + other > 0;
}

/** True when most letters are of the Perso-Arabic script, which Didbon does not read. */
export function isPersoArabic(text: NormalisedText): boolean {
  const { cyrillic, latin, arabic, other } = text.letters;
  return arabic > cyrillic + latin + other;
}
