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
    node.meanings = [...node.meanings, meaning];
    return;
  }
  const branch = branchOf(node, place.gap);
  for (const word of place.words) grow(child(branch, word), rest, meaning);
}

function branchOf(node: PhraseNode, gap: number): Map<number, PhraseNode> {
  const known = node.next.get(gap);
  if (known !== undefined) return known;
  const branch = new Map<number, PhraseNode>();
  node.next = new Map([...node.next, [gap, branch]]);
  return branch;
}

const NO_MEANINGS: readonly Meaning[] = [];
const LEAF: PhraseNode['next'] = new Map();

function child(branch: Map<number, PhraseNode>, word: number): PhraseNode {
  const known = branch.get(word);
  if (known !== undefined) return known;
  const node: PhraseNode = { meanings: NO_MEANINGS, next: LEAF };
  branch.set(word, node);
  return node;
}
