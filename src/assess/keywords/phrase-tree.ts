import type { Items, LexiconTables, Meaning, Phrase } from './lexicon-tables.js';

/** What may stand at one place of phrases, by word number; at the root of their tree, the first words. */
export interface PhraseNodes {
  readonly get: (word: number) => PhraseNode | undefined;
}

/** Words in a row. Most nodes are leaves. */
export interface PhraseNode {
  readonly meanings: readonly Meaning[];
  readonly next: readonly Branch[];
}

/** The words that may come next, and how many others may stand before them. */
export interface Branch {
  readonly gap: number;
  readonly nodes: PhraseNodes;
}

/** By word: the numbers of the phrases that it may begin, for {@link plantPhrases}. */
export function listBegun(phrases: readonly Phrase[], words: number): readonly (readonly number[])[] {
  const begun = byFirstWord(phrases);
  return Array.from({ length: words }, (_, word) => begun.get(word) ?? []);
}

/**
 * Makes a tree of phrases; alternatives become branches that carry the same meaning. What follows a word grows when the word is first
 * met in its place: most never are, and growing all of it was a quarter of loading a pack.
 */
export function plantPhrases({
  phrases,
  begun,
  words,
}: Pick<LexiconTables, 'phrases' | 'begun' | 'words'>): PhraseNodes {
  const grow = growShared(phrases);
  // Null where a word begins none: that is not asked twice either.
  const grown = new Array<PhraseNode | null | undefined>(words).fill(undefined);
  return {
    get: (word) => {
      const known = grown[word];
      if (known !== undefined) return known ?? undefined;
      const numbers = begun.at(word) ?? [];
      const node = numbers.length === 0 ? undefined : grow(numbers, numbers.join());
      grown[word] = node ?? null;
      return node;
    },
  };
}

/**
 * Grows what follows the first words of some phrases. Words that begin the same phrases, which the key says, share it: alternatives are
 * many, and with a node for each the tree of a bot that has met most of the lexicon took 60 MB, of which this is an eighth.
 */
function growShared(phrases: Items<Phrase>): (numbers: readonly number[], key: unknown) => PhraseNode {
  const shared = new Map<unknown, PhraseNode>();
  return (numbers, key) => {
    const known = shared.get(key);
    if (known !== undefined) return known;
    const node = growNode(numbers.flatMap((number) => behindFirst(phrases.at(number))));
    shared.set(key, node);
    return node;
  };
}

function behindFirst(phrase: Phrase | undefined): readonly Phrase[] {
  return phrase === undefined ? [] : [{ meaning: phrase.meaning, places: phrase.places.slice(1) }];
}

const LEAF: PhraseNode['next'] = [];

function growNode(rests: readonly Phrase[]): PhraseNode {
  const meanings = rests.filter(({ places }) => places.length === 0).map(({ meaning }) => meaning);
  if (meanings.length === rests.length) return { meanings, next: LEAF };
  const gaps = new Set(rests.flatMap(({ places: [next] }) => (next === undefined ? [] : [next.gap])));
  return { meanings, next: [...gaps].map((gap) => growBranch(gap, rests)) };
}

function growBranch(gap: number, rests: readonly Phrase[]): Branch {
  const behind = rests.filter(({ places }) => places[0]?.gap === gap);
  const begun = byFirstWord(behind);
  const grow = growShared(behind);
  const get = (word: number): PhraseNode | undefined => {
    const numbers = begun.get(word);
    return numbers && grow(numbers, numbers);
  };
  return { gap, nodes: { get } };
}

/** The numbers of the phrases that a word may begin, in their order: one and the same list for words that begin the same. */
function byFirstWord(phrases: readonly Phrase[]): ReadonlyMap<number, readonly number[]> {
  const begun = new Map<number, readonly number[]>();
  for (const [number, { places }] of phrases.entries()) {
    // By the list before: the one with this phrase.
    const longer = new Map<readonly number[] | undefined, readonly number[]>();
    for (const word of places[0]?.words ?? []) {
      const before = begun.get(word);
      const list = longer.get(before) ?? [...(before ?? []), number];
      longer.set(before, list);
      begun.set(word, list);
    }
  }
  return begun;
}
