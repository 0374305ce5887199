import { type PackedWeights, sumRows } from './packed-weights.js';
import { listFeatures } from './word-features.js';

/** Weights of one script, with what is needed to read a word by them. */
interface WordWeights extends PackedWeights {
  readonly classes: number;
  /** What one unit of a weight is worth in log-odds. */
  readonly scale: number;
  /** Number of buckets less one. */
  readonly mask: number;
}

/** Log-odds behind the best from where on a class has no chance: far below what a change of language always keeps alive. */
const NO_CHANCE = 50;

/**
 * How far behind its likeliest class a word is in each class: a character a class, whose code is a place in the list of chances. Rows
 * of numbers take four times the room, and a hundred thousand words are remembered.
 */
export type Standing = string;

/** Where a class stands that has no chance, however much further it is behind. */
function furthestBehind(scale: number): number {
  return Math.ceil(NO_CHANCE / scale);
}

/** Chances by how far a class is behind: 1 for the likeliest, 0 for the furthest. */
export function chancesBehind(scale: number): readonly number[] {
  const furthest = furthestBehind(scale);
  return Array.from({ length: furthest + 1 }, (_, behind) => (behind < furthest ? Math.exp(-behind * scale) : 0));
}

/** Makes the function that says how likely a word is in each class beside the likeliest. */
export function standingIn(weights: WordWeights): (word: string) => Standing {
  const { classes, scale, mask } = weights;
  const furthest = furthestBehind(scale);
  const buckets: number[] = [];
  const sums: number[] = [];
  const behind = new Array<number>(classes).fill(0);
  return (word) => {
    const count = listFeatures(word, mask, buckets);
    sumRows(weights, buckets, count, sums);
    let top = sums[0] ?? 0;
    for (let index = 1; index < classes; index += 1) top = Math.max(top, sums[index] ?? 0);
    for (let index = 0; index < classes; index += 1) behind[index] = Math.min(furthest, top - (sums[index] ?? 0));
    return String.fromCharCode(...behind);
  };
}
