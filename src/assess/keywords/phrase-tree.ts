import type { Meaning, PhraseNode } from './compiled-lexicon.js';

/** First words, by word number. */
export type PhraseRoot = Map<number, PhraseNode>;

/** One place of a phrase in word numbers. */
export interface PhrasePlace {
  readonly words: readonly number[];
  readonly gap: number;
}

/** Adds a phrase; alternatives become branches that carry the same meaning. */
export function addPhrase(root: PhraseRoot, places: readonly PhrasePlace[], meaning: Meaning): void {
  const [first, ...rest] = places;
  if (first === undefined) return;
  for (const word of first.words) grow(child(root, word), rest, meaning);
}

function grow(node: PhraseNode, places: readonly PhrasePlace[], meaning: Meaning): void {
  const [place, ...rest] = places;
  if (place === undefined) {
    node.meanings.push(meaning);
    return;
  }
  const branch = node.next.get(place.gap) ?? new Map<number, PhraseNode>();
  node.next.set(place.gap, branch);
  for (const word of place.words) grow(child(branch, word), rest, meaning);
}

function child(branch: Map<number, PhraseNode>, word: number): PhraseNode {
  const known = branch.get(word);
  if (known !== undefined) return known;
  const node: PhraseNode = { meanings: [], next: new Map() };
  branch.set(word, node);
  return node;
}
