import { LANGUAGES, type Language } from './assessment.js';
import type { CompiledLexicon } from './keywords/compiled-lexicon.js';
import { isWordKind, KIND, kindAt } from './text/characters.js';
import { WIDE_SPACE } from './text/join-letters.js';
import type { NormalisedText, Token } from './text/token.js';

const OURS: ReadonlySet<Language> = new Set(LANGUAGES);
/** Letters that were spelled out and joined: fewer are one word. */
const FEWEST = 5;
/** A text with more letters spelled out is left as it is: nobody writes so much that way, and each costs twenty look-ups. */
const MOST = 80;
const LONGEST_WORD = 20;
const SHORTEST_KNOWN = 3;
/** What a letter of an unknown word takes off; a letter of a known one counts 1. */
const UNKNOWN = 0.5;
/** Every word takes off as much, so that long ones are not cut into short ones. */
const WORD = 1;
/** For each letter: where words are worth less, most are unknown, and what they are cut into means nothing. */
const LEAST_WORTH = 0.45;
/** Words of one letter or two: prepositions, and the Russian «не», which denies what follows. */
const SHORT: ReadonlySet<string> = new Set(
  'в к ко с со на за не ни из от до по у и а о я ба бо аз v k s na za ne iz ba bo az va'.split(' '),
);

/**
 * «В с т у п а й т е в И Г И Л»: where all gaps are alike, nothing parts the words of what is spelled out but what they are. A reading
 * of the text, as long as it, in which they are parted so that most of them are words of the lexicon; none where nothing is to be parted.
 *
 * Of the calls among the cases, spelled out like this, it finds 516 of 608 (17 before), of their benign texts it leaves 590 of 608 alone,
 * and of 11,073 benign lines two alert.
 */
export function partSpelledOut({ original, tokens }: NormalisedText, lexicon: CompiledLexicon): readonly string[] {
  const spelledOut = tokens.filter(isSpelledOut);
  const letters = spelledOut.reduce((sum, { form }) => sum + form.length, 0);
  if (letters > MOST) return [];
  let reading = original;
  for (const token of spelledOut)
    for (const cut of bestCuts(token.form, worthIn(token, lexicon))) {
      const at = startOfLetter(original, token, cut);
      if (at !== undefined) reading = `${reading.slice(0, at - 1)}${WIDE_SPACE}${reading.slice(at)}`;
    }
  return reading === original ? [] : [reading];
}

/** An apostrophe stands with its letter. */
function isSpelledOut({ form, script, start, end }: Token): boolean {
  return form.length >= FEWEST && end - start >= 1.5 * form.length && (script === 'Cyrl' || script === 'Latn');
}

/** What letters are worth as one word. */
function worthIn({ script }: Token, lexicon: CompiledLexicon): (word: string) => number {
  const read = lexicon.readerIn(OURS);
  return (word) => {
    if (SHORT.has(word)) return word.length - WORD;
    const isKnown =
      word.length >= SHORTEST_KNOWN && (script === 'Cyrl' || script === 'Latn') && read(word, script).length > 0;
    return (isKnown ? word.length : -UNKNOWN * word.length) - WORD;
  };
}

/** Where words begin behind the first, such that what they are worth together is most; nowhere where even that is little. */
function bestCuts(letters: string, worth: (word: string) => number): readonly number[] {
  const best = [0];
  const wordStart = [0];
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = Number.NEGATIVE_INFINITY;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const whole = (best[start] ?? 0) + worth(letters.slice(start, end));
      if (whole <= (best[end] ?? 0)) continue;
      best[end] = whole;
      wordStart[end] = start;
    }
  }
  if ((best[letters.length] ?? 0) < letters.length * LEAST_WORTH) return [];
  const cuts: number[] = [];
  for (let at = wordStart[letters.length] ?? 0; at > 0; at = wordStart[at] ?? 0) cuts.push(at);
  return cuts;
}

/** Where a letter of a token stands in the text; undefined where its letters are not those of the text, or nothing parts it from the one before. */
function startOfLetter(original: string, { form, start, end }: Token, letter: number): number | undefined {
  const places: number[] = [];
  for (let at = start; at < end; at += 1) {
    const kind = kindAt(original, at);
    if (isWordKind(kind) || kind === KIND.apostrophe) places.push(at);
  }
  const place = places[letter];
  const isParted = place !== undefined && place > (places[letter - 1] ?? 0) + 1;
  return isParted && places.length === form.length ? place : undefined;
}
