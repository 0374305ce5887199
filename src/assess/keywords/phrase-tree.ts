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
  const begun = byWord(phrases, 0);
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
  const grow = growShared<string>(phrases, 0);
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
 * Grows what follows the words at one depth of some phrases. Words that stand there in the same phrases, which the key says, share it:
 * alternatives are many, and with a node for each the tree of a bot that has met most of the lexicon took eight times the room.
 */
function growShared<K>(phrases: Items<Phrase>, depth: number): (numbers: readonly number[], key: K) => PhraseNode {
  const shared = new Map<K, PhraseNode>();
  return (numbers, key) => {
    const known = shared.get(key);
    if (known !== undefined) return known;
    const met = numbers.map((number) => phrases.at(number)).filter((phrase) => phrase !== undefined);
    const node = growNode(met, depth + 1);
    shared.set(key, node);
    return node;
  };
}

const LEAF: PhraseNode['next'] = [];

/** What phrases mean that end before a depth, and what follows there in the others. */
function growNode(phrases: readonly Phrase[], depth: number): PhraseNode {
  const meanings = phrases.filter(({ places }) => places.length === depth).map(({ meaning }) => meaning);
  if (meanings.length === phrases.length) return { meanings, next: LEAF };
  const gaps = new Set(phrases.flatMap(({ places }) => places[depth]?.gap ?? []));
  return { meanings, next: [...gaps].map((gap) => growBranch(gap, phrases, depth)) };
}

function growBranch(gap: number, phrases: readonly Phrase[], depth: number): Branch {
  const there = phrases.filter(({ places }) => places[depth]?.gap === gap);
  const [only] = there;
  return { gap, nodes: there.length === 1 && only !== undefined ? growAlone(only, depth) : growEach(there, depth) };
}

/** Half of all branches belong to one phrase: these take no room for what their words are. */
function growAlone(phrase: Phrase, depth: number): PhraseNodes {
  const words = phrase.places[depth]?.words ?? [];
  let node: PhraseNode | undefined;
  return {
    get: (word) => {
      if (!words.includes(word)) return undefined;
      node ??= growNode([phrase], depth + 1);
      return node;
    },
  };
}

function growEach(phrases: readonly Phrase[], depth: number): PhraseNodes {
  const begun = byWord(phrases, depth);
  const grow = growShared<readonly number[]>(phrases, depth);
  return {
    get: (word) => {
      const numbers = begun.get(word);
      return numbers && grow(numbers, numbers);
    },
  };
}

/** The numbers of the phrases that have a word at a depth, in their order: one and the same list for words that have the same. */
function byWord(phrases: readonly Phrase[], depth: number): ReadonlyMap<number, readonly number[]> {
  const having = new Map<number, readonly number[]>();
  for (const [number, { places }] of phrases.entries()) {
    // By the list before: the one with this phrase.
    const longer = new Map<readonly number[] | undefined, readonly number[]>();
    for (const word of places[depth]?.words ?? []) {
      const before = having.get(word);
      const list = longer.get(before) ?? [...(before ?? []), number];
      longer.set(before, list);
      having.set(word, list);
    }
  }
  return having;
}
