import type { LexiconTables, Meaning, Phrase, PhrasePlace } from './lexicon-tables.js';

/** The tree of phrases, by the number of their first word. */
export interface PhraseRoot {
  readonly get: (word: number) => PhraseNode | undefined;
}

/** Words in a row. Most nodes are leaves. */
export interface PhraseNode {
  meanings: readonly Meaning[];
  next: readonly Branch[];
}

/** The words that may come next, by word number, and how many others may stand before them. */
interface Branch {
  readonly gap: number;
  readonly nodes: Map<number, PhraseNode>;
}

/** By word: the numbers of the phrases that it may begin, for {@link plantPhrases}. */
export function listBegun(phrases: readonly Phrase[], words: number): readonly (readonly number[])[] {
  const begun = Array.from({ length: words }, (): number[] => []);
  for (const [number, { places }] of phrases.entries())
    for (const word of places[0]?.words ?? []) begun[word]?.push(number);
  return begun;
}

/**
 * Makes a tree of phrases; alternatives become branches that carry the same meaning. What follows a first word grows when the
 * word is first met: most never are, and growing all of it was a quarter of loading a pack.
 */
export function plantPhrases({
  phrases,
  begun,
  words,
}: Pick<LexiconTables, 'phrases' | 'begun' | 'words'>): PhraseRoot {
  const grown = new Array<PhraseNode | undefined>(words).fill(undefined);
  return {
    get: (word) => {
      const known = grown[word];
      if (known !== undefined) return known;
      const found = begun.at(word) ?? [];
      if (found.length === 0) return undefined;
      const node = newNode();
      for (const number of found) {
        const phrase = phrases.at(number);
        if (phrase !== undefined) grow(node, phrase.places.slice(1), phrase.meaning);
      }
      grown[word] = node;
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
  const { nodes } = branchOf(node, place.gap);
  for (const word of place.words) grow(child(nodes, word), rest, meaning);
}

function branchOf(node: PhraseNode, gap: number): Branch {
  const known = node.next.find((branch) => branch.gap === gap);
  if (known !== undefined) return known;
  const branch: Branch = { gap, nodes: new Map() };
  node.next = [...node.next, branch];
  return branch;
}

const NO_MEANINGS: readonly Meaning[] = [];
const LEAF: PhraseNode['next'] = [];

function newNode(): PhraseNode {
  return { meanings: NO_MEANINGS, next: LEAF };
}

function child(nodes: Map<number, PhraseNode>, word: number): PhraseNode {
  const known = nodes.get(word);
  if (known !== undefined) return known;
  const node = newNode();
  nodes.set(word, node);
  return node;
}
