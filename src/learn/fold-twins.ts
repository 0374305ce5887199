import { stableFold } from './stable-fold.js';

/** Texts that share this part of the shorter one's words are twins: a call and its benign counterpart. */
const SHARED = 0.6;

/**
 * The fold of each text, given its words. Twins stand in one fold: were a call held out while its benign twin is learnt,
 * every word that they share would speak against the call, and what has learnt much would look as if it knew nothing.
 */
export function foldTwins(texts: readonly (readonly string[])[], folds: number): readonly number[] {
  const words = texts.map((text) => new Set(text));
  const leader = texts.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  const holders = holdersOf(words);
  words.forEach((own, index) => {
    for (const twin of twinsOf(own, words, holders)) {
      const [first, second] = [leaderOf(twin), leaderOf(index)].sort((a, b) => a - b);
      if (first !== undefined && second !== undefined) leader[second] = first;
    }
  });
  // By its least text, so that the order of a file decides nothing.
  const least = new Map<number, string>();
  texts.forEach((text, index) => {
    const group = leaderOf(index);
    const own = text.join(' ');
    const known = least.get(group);
    if (known === undefined || own < known) least.set(group, own);
  });
  return texts.map((_, index) => stableFold(least.get(leaderOf(index)) ?? '', folds));
}

/** The texts that hold each word. */
function holdersOf(words: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  words.forEach((own, index) => {
    for (const word of own) {
      const there = holders.get(word);
      if (there === undefined) holders.set(word, [index]);
      else there.push(index);
    }
  });
  return holders;
}

/**
 * The texts, no shorter than this one, that share enough of its words. They share one of its rarest, for its frequent words alone
 * are too few: so only the holders of those are looked at (prefix filtering, Chaudhuri et al. 2006).
 */
function twinsOf(
  own: ReadonlySet<string>,
  words: readonly ReadonlySet<string>[],
  holders: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const least = Math.max(2, Math.ceil(own.size * SHARED));
  const countOf = (word: string) => holders.get(word)?.length ?? 0;
  const rarest = [...own].sort((a, b) => countOf(a) - countOf(b)).slice(0, own.size - least + 1);
  const candidates = new Set(rarest.flatMap((word) => holders.get(word) ?? []));
  return [...candidates].filter((other) => {
    const theirs = words[other];
    return theirs !== undefined && theirs !== own && theirs.size >= own.size && sharedWords(own, theirs) >= least;
  });
}

function sharedWords(own: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of own) if (theirs.has(word)) shared += 1;
  return shared;
}
