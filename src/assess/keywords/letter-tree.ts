/**
 * Words by their letters: reading one costs a step a letter, cuts nothing out of the string, and takes as long among a
 * hundred words as among a hundred thousand.
 *
 * A double array: node `n` has a child for a letter where `check[base[n] + letter] === n`, and that place is the child.
 */
export interface LetterTree {
  readonly base: Int32Array;
  readonly check: Int32Array;
  /** Which of the words ends at a node; {@link NO_WORD} where none does. */
  readonly ends: Int32Array;
}

export const ROOT = 0;
export const NO_NODE = -1;
export const NO_WORD = -1;
const FREE = -1;
/** Nobody's child. */
const TAKEN = -2;
/** Places behind the last node, so that a letter of ours seldom leads out of the array. */
const MARGIN = 0x500;

/** The node that a letter leads to, or {@link NO_NODE}. */
export function childOf({ base, check }: LetterTree, node: number, letter: number): number {
  const child = (base[node] ?? 0) + letter;
  return check[child] === node ? child : NO_NODE;
}

/** Which of the words is the rest of `text` from `from` on; {@link NO_WORD} when none is. */
export function wordAt(tree: LetterTree, text: string, from: number): number {
  let node = ROOT;
  for (let at = from; at < text.length; at += 1) {
    node = childOf(tree, node, text.charCodeAt(at));
    if (node === NO_NODE) return NO_WORD;
  }
  return tree.ends[node] ?? NO_WORD;
}

/** A tree while it grows. */
interface Growing {
  base: Int32Array;
  check: Int32Array;
  ends: Int32Array;
  /** No place before it is free. */
  firstFree: number;
  /** Before it nobody looks for room for several children: places there are left to only children. */
  roomFrom: number;
}

/** The sorted words `from` to `to - 1`, which share the letters that lead to a node. */
interface Branch {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Builds the tree of distinct words. */
export function buildLetterTree(words: readonly string[]): LetterTree {
  const numbers = new Map(words.map((word, index) => [word, index]));
  const sorted = [...words].sort();
  const tree = seedling(highestLetter(words) + 1, words.length);
  const branches: Branch[] = [{ node: ROOT, from: 0, to: sorted.length, depth: 0 }];
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
    const first = sorted[branch.from] ?? '';
    if (branch.to - branch.from === 1) {
      const node = growTail(tree, first, branch);
      tree.ends[node] = numbers.get(first) ?? NO_WORD;
      continue;
    }
    const endsHere = first.length === branch.depth;
    if (endsHere) tree.ends[branch.node] = numbers.get(first) ?? NO_WORD;
    branches.push(...fork(tree, sorted, endsHere ? { ...branch, from: branch.from + 1 } : branch));
  }
  return { base: tree.base, check: tree.check, ends: tree.ends };
}

function seedling(begin: number, words: number): Growing {
  const places = begin + words * 5 + 2 * MARGIN;
  const check = new Int32Array(places).fill(FREE);
  check[ROOT] = TAKEN;
  return {
    base: new Int32Array(places),
    check,
    ends: new Int32Array(places).fill(NO_WORD),
    firstFree: begin,
    roomFrom: begin,
  };
}

/** From behind this place on any letter reaches any place with a base that is not negative. */
function highestLetter(words: readonly string[]): number {
  let highest = 0;
  for (const word of words)
    for (let at = 0; at < word.length; at += 1) highest = Math.max(highest, word.charCodeAt(at));
  return highest;
}

/** Gives a node the rest of the only word that leads on from it, and answers the word's last node. */
function growTail(tree: Growing, word: string, { node, depth }: Branch): number {
  let last = node;
  for (let at = depth; at < word.length; at += 1) {
    const place = nextFree(tree);
    tree.base[last] = place - word.charCodeAt(at);
    tree.check[place] = last;
    last = place;
  }
  return last;
}

/** Gives a node its children and answers them. */
function fork(tree: Growing, sorted: readonly string[], { node, from, to, depth }: Branch): readonly Branch[] {
  const starts: number[] = [];
  const letters: number[] = [];
  for (let at = from; at < to; at += 1) {
    const letter = (sorted[at] ?? '').charCodeAt(depth);
    if (letter === letters[letters.length - 1]) continue;
    starts.push(at);
    letters.push(letter);
  }
  const base = findRoom(tree, letters);
  tree.base[node] = base;
  return letters.map((letter, index) => {
    tree.check[base + letter] = node;
    return { node: base + letter, from: starts[index] ?? to, to: starts[index + 1] ?? to, depth: depth + 1 };
  });
}

function nextFree(tree: Growing): number {
  while (tree.check[tree.firstFree] !== FREE) tree.firstFree += 1;
  if (tree.firstFree + MARGIN > tree.check.length) widen(tree);
  return tree.firstFree;
}

/** The lowest base that puts every child on a free place. */
function findRoom(tree: Growing, letters: readonly number[]): number {
  const [lowest = 0] = letters;
  let base = (letters.length > 1 ? tree.roomFrom : nextFree(tree)) - lowest;
  while (letters.some((letter) => (tree.check[base + letter] ?? FREE) !== FREE)) base += 1;
  if (letters.length > 1) tree.roomFrom = base + lowest;
  if (base + (letters[letters.length - 1] ?? 0) + MARGIN > tree.check.length) widen(tree);
  return base;
}

function widen(tree: Growing): void {
  const twice = (places: Int32Array, empty: number): Int32Array => {
    const wide = new Int32Array(2 * places.length).fill(empty);
    wide.set(places);
    return wide;
  };
  tree.base = twice(tree.base, 0);
  tree.check = twice(tree.check, FREE);
  tree.ends = twice(tree.ends, NO_WORD);
}
