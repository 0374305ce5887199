/** Longest run of letters that counts as one feature. */
const LONGEST_GRAM = 5;
/** Letters of one word that are read. */
const MOST_LETTERS = 40;
const START = 0x5e;
const END = 0x24;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Calls `take` with the bucket of each feature of a word: its letter runs of one to five, with the word's edges as letters.
 * Runs are hashed as they grow, so that nothing is cut out of the string.
 *
 * @param mask number of buckets less one; buckets are a power of two.
 */
export function eachFeature(form: string, mask: number, take: (bucket: number) => void): void {
  const end = Math.min(form.length, MOST_LETTERS) + 2;
  for (let from = 0; from < end; from += 1) {
    const reach = Math.min(end, from + LONGEST_GRAM);
    let hash = SEED;
    for (let at = from; at < reach; at += 1) {
      const code = at === 0 ? START : at === end - 1 ? END : form.charCodeAt(at - 1);
      hash = Math.imul(hash ^ code, PRIME);
      take((hash ^ (hash >>> 15)) & mask);
    }
  }
}

/**
 * Adds the weights of every feature of a word to `sums` from `offset` on: the features of {@link eachFeature}, written out
 * because a call for each would cost more than the sum. Of an endless word only the first letters are read.
 */
export function addWeights(form: string, table: FeatureTable, sums: Int32Array, offset: number): void {
  const { weights, classes, mask } = table;
  const end = Math.min(form.length, MOST_LETTERS) + 2;
  for (let from = 0; from < end; from += 1) {
    const reach = Math.min(end, from + LONGEST_GRAM);
    let hash = SEED;
    for (let at = from; at < reach; at += 1) {
      const code = at === 0 ? START : at === end - 1 ? END : form.charCodeAt(at - 1);
      hash = Math.imul(hash ^ code, PRIME);
      const row = ((hash ^ (hash >>> 15)) & mask) * classes;
      for (let index = 0; index < classes; index += 1) {
        sums[offset + index] = (sums[offset + index] ?? 0) + (weights[row + index] ?? 0);
      }
    }
  }
}

/** Quantised weights, one row of `classes` numbers a bucket. */
export interface FeatureTable {
  readonly weights: Int8Array;
  readonly classes: number;
  readonly mask: number;
}
