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
  const holders = new Map<string, number[]>();
  words.forEach((own, index) => {
    for (const twin of alike(own, words, holders)) {
      const [first, second] = [leaderOf(twin), leaderOf(index)].sort((a, b) => a - b);
      if (first !== undefined && second !== undefined) leader[second] = first;
    }
    for (const word of own) {
      const there = holders.get(word);
      if (there === undefined) holders.set(word, [index]);
      else there.push(index);
    }
  });
  return texts.map((_, index) => stableFold((texts[leaderOf(index)] ?? []).join(' '), folds));
}

/** The earlier texts that share enough words with this one. */
function alike(
  own: ReadonlySet<string>,
  words: readonly ReadonlySet<string>[],
  holders: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const shared = new Map<number, number>();
  for (const word of own) for (const other of holders.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  return [...shared].flatMap(([other, count]) => {
    const shorter = Math.min(own.size, words[other]?.size ?? 0);
    return count >= shorter * SHARED && count > 1 ? [other] : [];
  });
}
