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
  readonly base: number[];
  readonly check: number[];
  readonly ends: number[];
  /** No place before it is free. */
  firstFree: number;
  /** Before it nobody looks for room for several children: places there are left to only children. */
  roomFrom: number;
}

/** The words `order[from]` to `order[to - 1]`, which share the letters that lead to a node. */
interface Branch {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Builds the tree of distinct words. */
export function buildLetterTree(words: readonly string[]): LetterTree {
  const sorted = words.map((word, index) => ({ word, index })).sort((a, b) => (a.word < b.word ? -1 : 1));
  const begin = highestLetter(words) + 1;
  const tree: Growing = { base: [0], check: [TAKEN], ends: [NO_WORD], firstFree: begin, roomFrom: begin };
  const branches: Branch[] = [{ node: ROOT, from: 0, to: sorted.length, depth: 0 }];
  for (const branch of branches) {
    let { from } = branch;
    const first = sorted[from];
    if (first?.word.length === branch.depth) {
      tree.ends[branch.node] = first.index;
      from += 1;
    }
    branches.push(...grow(tree, sorted, { ...branch, from }));
  }
  const filled = (places: readonly number[], empty: number) =>
    Int32Array.from({ length: tree.check.length + MARGIN }, (_, at) => places[at] ?? empty);
  return { base: filled(tree.base, 0), check: filled(tree.check, FREE), ends: filled(tree.ends, NO_WORD) };
}

/** From behind this place on any letter reaches any place with a base that is not negative. */
function highestLetter(words: readonly string[]): number {
  let highest = 0;
  for (const word of words)
    for (let at = 0; at < word.length; at += 1) highest = Math.max(highest, word.charCodeAt(at));
  return highest;
}

/** Gives a node its children and answers them. */
function grow(tree: Growing, sorted: readonly { readonly word: string }[], branch: Branch): readonly Branch[] {
  const starts: number[] = [];
  const letters: number[] = [];
  for (let at = branch.from; at < branch.to; at += 1) {
    const letter = sorted[at]?.word.charCodeAt(branch.depth) ?? 0;
    if (letter === letters[letters.length - 1]) continue;
    starts.push(at);
    letters.push(letter);
  }
  const base = findRoom(tree, letters);
  tree.base[branch.node] = base;
  return letters.map((letter, index) => {
    tree.check[base + letter] = branch.node;
    return {
      node: base + letter,
      from: starts[index] ?? 0,
      to: starts[index + 1] ?? branch.to,
      depth: branch.depth + 1,
    };
  });
}

/** The lowest base that puts every child on a free place. */
function findRoom(tree: Growing, letters: readonly number[]): number {
  const [lowest = 0] = letters;
  const isFree = (place: number): boolean => (tree.check[place] ?? FREE) === FREE;
  while (!isFree(tree.firstFree)) tree.firstFree += 1;
  let base = (letters.length > 1 ? tree.roomFrom : tree.firstFree) - lowest;
  while (!letters.every((letter) => isFree(base + letter))) base += 1;
  if (letters.length > 1) tree.roomFrom = base + lowest;
  return base;
}
