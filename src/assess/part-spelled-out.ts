import type { Language } from './assessment.js';
import type { CompiledLexicon } from './keywords/compiled-lexicon.js';
import { lookUpWord } from './keywords/look-up-word.js';
import { isWordKind, KIND, kindAt } from './text/characters.js';
import type { NormalisedText, Token } from './text/token.js';

/** Letters that were spelled out and joined: fewer are one word. */
const FEWEST = 5;
/** Letters of one text that are parted: more are no call that somebody spelled out, and each costs a dozen look-ups. */
const MOST = 80;
const LONGEST_WORD = 18;
const SHORTEST_KNOWN = 3;
/** What a letter of an unknown word takes off; a letter of a known one counts 1. */
const UNKNOWN = 0.5;
/** Every word takes off as much, so that long ones are not cut into short ones. */
const WORD = 1;
/** For each letter: where words are worth less, most are unknown, and what they are cut into means nothing. */
const LEAST_WORTH = 0.45;
/** Words that are too short to be looked up: prepositions, particles and conjunctions of our languages. */
const SHORT = {
  Cyrl: new Set('в во к ко с со на за не ни из от до по у и а о я мы вы то же бы но ба бо аз ва'.split(' ')),
  Latn: new Set('v k s na za ne ni iz ot do po u i a o ya my vy to zhe by no ba bo az va'.split(' ')),
};

/** A token whose letters stand apart, and where each of them stands in the text. */
interface SpelledOut {
  readonly form: string;
  readonly script: keyof typeof SHORT;
  readonly places: readonly number[];
}

/**
 * «В с т у п а й т е в И Г И Л»: where all gaps are alike, nothing parts the words of what is spelled out but what they are. The text
 * as long as it was, with its words parted so that most of them are words of the lexicon; undefined where nothing is to be parted.
 */
export function partSpelledOut(
  { original, tokens }: NormalisedText,
  languages: ReadonlySet<Language>,
  lexicon: CompiledLexicon,
): string | undefined {
  const shortestFirst = tokens
    .flatMap((token) => spelledOut(original, token))
    .sort((a, b) => a.form.length - b.form.length);
  let left = MOST;
  const begun = shortestFirst.map((one) => {
    const isAsked = one.form.length >= FEWEST && one.form.length <= left;
    if (isAsked) left -= one.form.length;
    return { places: one.places, begins: new Set(isAsked ? bestCuts(one.form, worthOf(one, languages, lexicon)) : []) };
  });
  if (begun.every(({ begins }) => begins.size === 0)) return undefined;
  // Also what is one word: beside others that are parted, what is left of a run of letters may be too short to be joined.
  return begun.reduce((reading, { places, begins }) => respell(reading, places, begins), original);
}

function spelledOut(original: string, { form, script, start, end }: Token): readonly SpelledOut[] {
  // Letters and gaps take turns, but an apostrophe stands with its letter.
  if (form.length < 2 || end - start < 1.5 * form.length || (script !== 'Cyrl' && script !== 'Latn')) return [];
  const places: number[] = [];
  for (let at = start; at < end; at += 1) {
    const kind = kindAt(original, at);
    if (isWordKind(kind) || kind === KIND.apostrophe) places.push(at);
  }
  return places.length === form.length ? [{ form, script, places }] : [];
}

/** What letters are worth as one word. Not remembered: hardly any of them are one. */
function worthOf(
  { script }: SpelledOut,
  languages: ReadonlySet<Language>,
  { tables }: CompiledLexicon,
): (word: string) => number {
  const asked = [...tables.values()].filter(({ language }) => languages.has(language));
  const isKnown = (form: string) => asked.some((table) => lookUpWord({ form, script }, table).length > 0);
  return (word) => {
    if (SHORT[script].has(word)) return word.length - WORD;
    return (word.length >= SHORTEST_KNOWN && isKnown(word) ? word.length : -UNKNOWN * word.length) - WORD;
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

/** Nobody sees it, and it parts nothing. */
const JOINED = '\u00ad';
const GAP = /[^\p{M}]/gu;

/** The letters at some places as words that begin with the letters of these numbers. */
function respell(text: string, places: readonly number[], begins: ReadonlySet<number>): string {
  let word = text.slice(0, places[0]);
  places.forEach((place, number) => {
    const gap = number === 0 ? '' : text.slice((places[number - 1] ?? 0) + 1, place);
    const sign = begins.has(number) ? ' ' : JOINED;
    word += gap.replace(GAP, (one) => sign.repeat(one.length)) + text.charAt(place);
  });
  return word + text.slice((places.at(-1) ?? 0) + 1);
}
