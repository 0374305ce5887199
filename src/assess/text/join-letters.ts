import { camelCaseStarts } from './camel-case.js';
import { KIND, kindAt } from './characters.js';
import { RawWord, TRAIT } from './raw-word.js';

/** Fewer single letters in a row are initials, particles or a list, not a word spaced out. */
export const FEWEST_LETTERS = 4;

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
    const end = Math.max(endOfRun(words, at), at + 1);
    if (end - at < FEWEST_LETTERS) append(joined, words, at, end);
    else {
      const run = readRun(text, words.slice(at, end), words[end]?.before === 'none');
      append(joined, run, 0, run.length);
    }
    at = end;
  }
  return joined;
}

/** With a loop: more words than a call takes arguments may stand in a row. */
function append(joined: RawWord[], words: readonly RawWord[], from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word !== undefined) joined.push(word);
  }
}

function hasRun(words: readonly RawWord[]): boolean {
  let singles = 0;
  for (let at = 0; at < words.length; at += 1) {
    singles = words[at]?.length === 1 ? singles + 1 : 0;
    if (singles === FEWEST_LETTERS) return true;
  }
  return false;
}

function endOfRun(words: readonly RawWord[], from: number): number {
  let end = from;
  while (words[end]?.length === 1) end += 1;
  return end;
}

function readRun(text: string, run: readonly RawWord[], followed: boolean): readonly RawWord[] {
  return isSpelledOut(run) ? joinRun(text, run, followed) : run;
}

function isSpelledOut(run: readonly RawWord[]): boolean {
  const letters = run.filter((word) => (word.traits & TRAIT.digits) === 0).length;
  return letters >= FEWEST_LETTERS && letters > run.length - letters;
}

function joinRun(text: string, run: readonly RawWord[], followed: boolean): RawWord[] {
  const gaps = run.slice(1).map((word, index) => text.slice(run[index]?.end ?? word.start, word.start));
  const widths = gaps.map(widthOf);
  const hyphens = gaps.filter((gap) => gap === '-').length;
  // A hyphen among dots or spaces belongs to the words that were spelled out: «в.а.л.ь-Д.ж.и.х.а.д».
  const partsAtHyphen = hyphens < gaps.length - hyphens;
  const narrowest = widths.reduce(
    (least, width, at) => (partsAtHyphen && gaps[at] === '-' ? least : Math.min(least, width)),
    Number.POSITIVE_INFINITY,
  );
  const groups: RawWord[][] = [[]];
  for (const [index, word] of run.entries()) {
    const gap = gaps[index - 1] ?? '';
    const parts = index > 0 && ((widths[index - 1] ?? 0) > narrowest || (partsAtHyphen && gap === '-'));
    if (parts) groups.push([]);
    groups.at(-1)?.push(word);
  }
  const [only] = groups;
  // Where wider gaps part the words, each group is one; only a lone group may have run into its neighbours.
  if (only === undefined || groups.length > 1 || narrowest === 0 || only.length <= FEWEST_LETTERS)
    return groups.flatMap((group) => partAtCapitals(text, group)).map(merge);
  return partAtCapitals(text, only)
    .flatMap((group, at, all) => (at === all.length - 1 && followed ? withoutPreposition(text, group) : [group]))
    .map(merge);
}

/** A capital behind a small letter begins a word: «в О т р я д», «к В и л а я т у Х о р а с а н»; not in «в С т У п А й». */
function partAtCapitals(text: string, group: readonly RawWord[]): readonly (readonly RawWord[])[] {
  const letters = lettersOf(text, group);
  const starts = [0, ...camelCaseStarts(letters)];
  const parts = starts.map((start, at) => group.slice(start, starts[at + 1]));
  const [first = [], ...others] = parts;
  const areWords =
    letters.length === group.length &&
    (first.length === 1 || first.length >= SHORTEST_PART) &&
    others.every((part) => part.length >= SHORTEST_PART);
  return areWords ? parts : [group];
}

const SHORTEST_PART = 3;
/** Endings of Russian verbs with one letter more than any word has: the letter is the preposition or «и» that follows. */
const VERB_AND_MORE = /(?:(?:й|ь|ся|те|ём|ем)[вк]|(?:им|ли|ие|ию|ии)в|(?:й|ся|те)и)$/;

/** Splits off a Russian preposition that the spacing ran into: «в с т у п а й т е в отряд». Elsewhere a single letter cannot be told from the word's own. */
function withoutPreposition(text: string, group: readonly RawWord[]): readonly (readonly RawWord[])[] {
  return VERB_AND_MORE.test(lettersOf(text, group)) ? [group.slice(0, -1), group.slice(-1)] : [group];
}

function lettersOf(text: string, group: readonly RawWord[]): string {
  return group.map((word) => text.slice(word.start, word.end)).join('');
}

/** A full stop or a comma makes a gap with space in it wider: «И Г И Л. В с т у п а й». */
function widthOf(gap: string): number {
  let spaces = 0;
  let marks = 0;
  for (let at = 0; at < gap.length; at += 1) {
    const kind = kindAt(gap, at);
    if (kind === KIND.space) spaces += gap.charAt(at) === WIDE_SPACE ? 2 : 1;
    if (kind === KIND.newline) spaces += 2;
    if (kind === KIND.stop || kind === KIND.comma) marks = 1;
  }
  return spaces === 0 ? 0 : spaces + marks;
}

/** Counts as two spaces, so that a reading of the same length can part what is spelled out. */
export const WIDE_SPACE = '\u3000';

function merge(group: readonly RawWord[]): RawWord {
  const [first, ...rest] = group;
  if (first === undefined) throw new Error('a group of letters holds at least one');
  if (rest.length === 0) return first;
  const end = rest.at(-1)?.end ?? first.end;
  const traits = group.reduce((all, word) => all | word.traits, TRAIT.dirty | TRAIT.spacedOut);
  return Object.assign(new RawWord(), first, { end, traits, length: group.length });
}
