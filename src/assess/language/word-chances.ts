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

/** Makes the function that says how likely a word is in each class beside the likeliest, whose chance is 1. */
export function chancesIn(weights: WordWeights): (word: string) => readonly number[] {
  const { classes, scale, mask } = weights;
  const chances = Array.from({ length: Math.ceil(NO_CHANCE / scale) }, (_, behind) => Math.exp(-behind * scale));
  const buckets: number[] = [];
  const sums: number[] = [];
  // Copied for each word: a row that grows number by number takes three times the room.
  const row = chances.slice(0, classes);
  return (word) => {
    const count = listFeatures(word, mask, buckets);
    sumRows(weights, buckets, count, sums);
    let top = sums[0] ?? 0;
    for (let index = 1; index < classes; index += 1) top = Math.max(top, sums[index] ?? 0);
    for (let index = 0; index < classes; index += 1) row[index] = chances[top - (sums[index] ?? 0)] ?? 0;
    return row.slice();
  };
}
