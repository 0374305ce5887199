import { stableFold } from './stable-fold.js';

/** Texts that share this part of the shorter one's words are twins: a call and its benign counterpart. */
const SHARED = 0.6;

/**
 * The fold of each text, given its words. Twins stand in one fold: were a call held out while its benign twin is learnt,
 * every word that they share would speak against the call, and what has learnt much would look as if it knew nothing.
 */
export function foldTwins(texts: readonly (readonly string[])[], folds: number): readonly number[] {
  const leader = texts.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  const findTwins = twinFinder(texts);
  texts.forEach((_text, index) => {
    for (const twin of findTwins(index)) {
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

/**
 * Finds the texts, no shorter than a given one, that share enough of its words. They share one of its rarest, for its frequent words
 * alone are too few: so only the holders of those are looked at (prefix filtering, Chaudhuri et al. 2006). Each text may be asked
 * about once.
 */
function twinFinder(texts: readonly (readonly string[])[]): (index: number) => readonly number[] {
  const words = rankWords(texts);
  const holders = holdersOf(words);
  // By word: the last text that was asked about and has it; and by text, the last that it was compared with.
  const asked = new Int32Array(holders.length).fill(NONE);
  const compared = new Int32Array(texts.length).fill(NONE);
  const shares = (other: number, least: number, index: number) => {
    const shared = words[other]?.reduce((count, word) => (asked[word] === index ? count + 1 : count), 0) ?? 0;
    return shared >= least;
  };
  return (index) => {
    const own = words[index] ?? [];
    for (const word of own) asked[word] = index;
    const least = Math.max(2, Math.ceil(own.length * SHARED));
    const rarest = own.slice(0, own.length - least + 1);
    return rarest.flatMap((word) =>
      (holders[word] ?? []).filter((other) => {
        if (other === index || compared[other] === index || (words[other]?.length ?? 0) < own.length) return false;
        compared[other] = index;
        return shares(other, least, index);
      }),
    );
  };
}

const NONE = -1;

/** The distinct words of each text as numbers, rarest first: 0 is the word that the fewest texts hold. */
function rankWords(texts: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const words = texts.map((text) => new Set(text));
  const holders = new Map<string, number>();
  for (const own of words) for (const word of own) holders.set(word, (holders.get(word) ?? 0) + 1);
  const ranks = new Map([...holders].sort(([, a], [, b]) => a - b).map(([word], rank) => [word, rank]));
  return words.map((own) => [...own].map((word) => ranks.get(word) ?? 0).sort((a, b) => a - b));
}

/** By word, the texts that hold it. */
function holdersOf(words: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const holders: number[][] = [];
  words.forEach((own, index) => {
    for (const word of own) {
      const there = holders[word];
      if (there === undefined) holders[word] = [index];
      else there.push(index);
    }
  });
  return holders;
}
