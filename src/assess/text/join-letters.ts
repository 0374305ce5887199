import { KIND, kindAt } from './characters.js';
import { type RawWord, TRAIT } from './raw-word.js';

/** Fewer single letters in a row are initials, particles or a list, not a word spaced out. */
const FEWEST_LETTERS = 4;

/**
 * Joins letters that were spaced or dotted out: «в с т у п а й», «в.с.т.у.п.а.й», «қ-ў-ш-и-л».
 *
 * In a run of at least four single letters a gap with more white space than the narrowest one separates words, so
 * «в с т у п а й  к  н а м» and «в.с.т.у.п.а.й н.а.м» give several words. Where all gaps are alike there is nothing
 * to tell words apart by, and the run becomes one word.
 */
export function joinLetters(text: string, words: readonly RawWord[]): readonly RawWord[] {
  if (!hasRun(words)) return words;
  const joined: RawWord[] = [];
  let at = 0;
  while (at < words.length) {
    const end = endOfRun(words, at);
    const run = words.slice(at, Math.max(end, at + 1));
    if (isSpelledOut(run)) joined.push(...joinRun(text, run));
    else joined.push(...run);
    at += run.length;
  }
  return joined;
}

function hasRun(words: readonly RawWord[]): boolean {
  let singles = 0;
  for (const word of words) {
    singles = word.length === 1 ? singles + 1 : 0;
    if (singles === FEWEST_LETTERS) return true;
  }
  return false;
}

function endOfRun(words: readonly RawWord[], from: number): number {
  let end = from;
  while (words[end]?.length === 1) end += 1;
  return end;
}

function isSpelledOut(run: readonly RawWord[]): boolean {
  const letters = run.filter((word) => (word.traits & TRAIT.digits) === 0).length;
  return letters >= FEWEST_LETTERS && letters > run.length - letters;
}

function joinRun(text: string, run: readonly RawWord[]): RawWord[] {
  const gaps = run.slice(1).map((word, index) => whiteSpace(text, run[index]?.end ?? word.start, word.start));
  const narrowest = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  const joined: RawWord[] = [];
  let group: RawWord[] = [];
  for (const [index, word] of run.entries()) {
    if (index > 0 && (gaps[index - 1] ?? 0) > narrowest) {
      joined.push(merge(group));
      group = [];
    }
    group.push(word);
  }
  joined.push(merge(group));
  return joined;
}

function whiteSpace(text: string, from: number, to: number): number {
  let spaces = 0;
  for (let at = from; at < to; at += 1) {
    const kind = kindAt(text, at);
    if (kind === KIND.space) spaces += 1;
    if (kind === KIND.newline) spaces += 2;
  }
  return spaces;
}

function merge(group: readonly RawWord[]): RawWord {
  const [first, ...rest] = group;
  if (first === undefined) throw new Error('a group of letters holds at least one');
  if (rest.length === 0) return first;
  return {
    ...first,
    end: rest.at(-1)?.end ?? first.end,
    traits: group.reduce((traits, word) => traits | word.traits, TRAIT.dirty | TRAIT.spacedOut),
    length: group.length,
  };
}
