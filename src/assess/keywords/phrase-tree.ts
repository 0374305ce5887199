import type { Items, LexiconTables, Meaning, Phrase } from './lexicon-tables.js';

/** The tree of phrases, by the number of their first word. */
export interface PhraseRoot {
  readonly get: (word: number) => PhraseNode | undefined;
}

/** Words in a row. Most nodes are leaves. */
export interface PhraseNode {
  readonly meanings: readonly Meaning[];
  readonly next: readonly Branch[];
}

/** The words that may come next, by word number, and how many others may stand before them. */
export interface Branch {
  readonly gap: number;
  readonly nodes: ReadonlyMap<number, PhraseNode>;
}

/** By word: the numbers of the phrases that it may begin, for {@link plantPhrases}. */
export function listBegun(phrases: readonly Phrase[], words: number): readonly (readonly number[])[] {
  const begun = byFirstWord(phrases);
  return Array.from({ length: words }, (_, word) => begun.get(word) ?? []);
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
  const grow = growShared(phrases);
  // Null where a word begins none: that is not asked twice either.
  const grown = new Array<PhraseNode | null | undefined>(words).fill(undefined);
  return {
    get: (word) => {
      const known = grown[word];
      if (known !== undefined) return known ?? undefined;
      const numbers = begun.at(word) ?? [];
      const node = numbers.length === 0 ? undefined : grow(numbers);
      grown[word] = node ?? null;
      return node;
    },
  };
}

/**
 * Grows what follows the first words of some phrases. Words that begin the same phrases share it: alternatives are many, and
 * with a node for each the tree of a bot that has met most of the lexicon took 60 MB, of which this is an eighth.
 */
function growShared(phrases: Items<Phrase>): (numbers: readonly number[]) => PhraseNode {
  const shared = new Map<string, PhraseNode>();
  return (numbers) => {
    const key = numbers.join();
    const node = shared.get(key) ?? growNode(numbers.flatMap((number) => behindFirst(phrases.at(number))));
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
  const grow = growShared(behind);
  const nodes = new Map<number, PhraseNode>();
  for (const [word, numbers] of byFirstWord(behind)) nodes.set(word, grow(numbers));
  return { gap, nodes };
}

/** The numbers of the phrases that a word may begin, in their order. */
function byFirstWord(phrases: readonly Phrase[]): ReadonlyMap<number, readonly number[]> {
  const begun = new Map<number, number[]>();
  for (const [number, { places }] of phrases.entries())
    for (const word of places[0]?.words ?? []) {
      const known = begun.get(word) ?? [];
      begun.set(word, known);
      known.push(number);
    }
  return begun;
}
