import { isLetter, KIND, KINDS, kindAt } from './characters.js';
import { cyrillicCost, latinCost } from './look-alikes.js';
import { type RawWord, TRAIT } from './raw-word.js';

/** How a text as a whole is written: what decides about words that could be read in two ways. */
export interface Habits {
  /** More words can only be Latin than can only be Cyrillic. */
  readonly latin: boolean;
  /** Some word mixes letters of both scripts. */
  readonly swaps: boolean;
  /** Some word has a digit between its letters, or two words have one at an end that often stands for a letter. */
  readonly digits: boolean;
}

const SCRIPTS = TRAIT.cyrillic | TRAIT.latin;

/** Looks over the words of a text once; letters are read only where both scripts or digits occur. */
export function habitsOf(text: string, words: readonly RawWord[]): Habits {
  let seen = 0;
  let swaps = false;
  let digits = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    seen |= word.traits;
    if ((word.traits & SCRIPTS) === SCRIPTS) swaps = true;
    if (word.traits & TRAIT.digits && word.traits & SCRIPTS) digits += digitHabit(text, word);
  }
  const latin = (seen & SCRIPTS) === SCRIPTS ? isMostlyLatin(text, words) : (seen & TRAIT.latin) !== 0;
  return { latin, swaps, digits: digits >= SURE };
}

function isMostlyLatin(text: string, words: readonly RawWord[]): boolean {
  let balance = 0;
  for (const word of words) {
    const { asCyrillic, asLatin } = costs(text, word);
    balance += Math.sign(asCyrillic - asLatin);
  }
  return balance > 0;
}

function costs(text: string, word: RawWord): { asCyrillic: number; asLatin: number } {
  let asCyrillic = 0;
  let asLatin = 0;
  for (let at = word.start; at < word.end; at += 1) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code];
    if (kind === KIND.latin) asCyrillic += cyrillicCost(code);
    else if (kind === KIND.cyrillic) asLatin += latinCost(code);
  }
  return { asCyrillic, asLatin };
}

/** One word with a digit inside, or two with one at an end, make a habit. */
const SURE = 2;
const HABITUAL_DIGITS = '03461';

function digitHabit(text: string, word: RawWord): number {
  let isHabitual = true;
  for (let at = word.start; at < word.end; at += 1) {
    if (kindAt(text, at) !== KIND.digit) continue;
    if (at > word.start && isLetter(kindAt(text, at - 1)) && isLetter(kindAt(text, at + 1)) && at + 1 < word.end)
      return SURE;
    isHabitual &&= HABITUAL_DIGITS.includes(text.charAt(at));
  }
  return isHabitual ? 1 : 0;
}
