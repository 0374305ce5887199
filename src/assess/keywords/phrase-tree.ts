import type { Meaning, Phrase, PhrasePlace } from './lexicon-tables.js';

/** The tree of phrases, by the number of their first word. */
export interface PhraseRoot {
  readonly get: (word: number) => PhraseNode | undefined;
}

/** Words in a row, by word number; the key of `next` says how many other words may stand before the next. Most nodes are leaves. */
export interface PhraseNode {
  meanings: readonly Meaning[];
  next: ReadonlyMap<number, Map<number, PhraseNode>>;
}

/**
 * Makes a tree of phrases; alternatives become branches that carry the same meaning. What follows a first word grows when
 * the word is first met: most never are, and growing all of it was a quarter of loading a pack.
 */
export function plantPhrases(phrases: Iterable<Phrase>): PhraseRoot {
  const seeds = new Map<number, Phrase[]>();
  for (const phrase of phrases) {
    for (const word of phrase.places[0]?.words ?? []) {
      const known = seeds.get(word);
      if (known === undefined) seeds.set(word, [phrase]);
      else known.push(phrase);
    }
  }
  const grown = new Map<number, PhraseNode>();
  return {
    get: (word) => {
      const known = grown.get(word);
      if (known !== undefined) return known;
      const found = seeds.get(word);
      if (found === undefined) return undefined;
      const node = newNode();
      for (const { places, meaning } of found) grow(node, places.slice(1), meaning);
      grown.set(word, node);
      return node;
    },
  };
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

function newNode(): PhraseNode {
  return { meanings: NO_MEANINGS, next: LEAF };
}

function child(branch: Map<number, PhraseNode>, word: number): PhraseNode {
  const known = branch.get(word);
  if (known !== undefined) return known;
  const node = newNode();
  branch.set(word, node);
  return node;
}
