import { KIND, KINDS } from '../text/characters.js';

/** Longest run of letters that counts as one feature. */
const LONGEST_GRAM = 5;
/** Letters of one word that are read. */
const MOST_LETTERS = 40;
const START = 0x5e;
const END = 0x24;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The bucket of the mark that a word carries for each letter none of our languages writes. */
const FOREIGN_LETTER = 0x5bd1e995;

/**
 * Calls `take` with the bucket of each feature of a word: its letter runs of one to five, with the word's edges as letters,
 * and one shared feature for each letter that is foreign to all of our languages, so that an unseen language shows.
 * Runs are hashed as they grow, so that nothing is cut out of the string. Of an endless word only the first letters are read.
 *
 * @param mask number of buckets less one; buckets are a power of two.
 */
export function eachFeature(form: string, mask: number, take: (bucket: number) => void): void {
  const end = Math.min(form.length, MOST_LETTERS) + 2;
  for (let from = 0; from < end; from += 1) {
    const reach = Math.min(end, from + LONGEST_GRAM);
    let hash = SEED;
    for (let at = from; at < reach; at += 1) {
      hash = Math.imul(hash ^ letterAt(form, at, end), PRIME);
      take((hash ^ (hash >>> 15)) & mask);
    }
    if (isForeign(form, from)) take(FOREIGN_LETTER & mask);
  }
}

/** The letter at a place of a word with its edges: 0 is before the first, `end - 1` behind the last that is read. */
function letterAt(form: string, at: number, end: number): number {
  if (at === 0) return START;
  return at === end - 1 ? END : form.charCodeAt(at - 1);
}

function isForeign(form: string, at: number): boolean {
  const code = form.charCodeAt(at);
  if (!(code >= 0x80) || code === 0x2bc) return false;
  const kind = KINDS[code];
  return kind !== KIND.cyrillic && kind !== KIND.mark;
}

/**
 * Adds the weights of every feature of a word to `sums` from `offset` on: the features of {@link eachFeature}, written out
 * because a call for each would cost more than the sum.
 */
export function addWeights(form: string, table: FeatureTable, sums: Int32Array, offset: number): void {
  const { weights, classes, mask } = table;
  const end = Math.min(form.length, MOST_LETTERS) + 2;
  const last = offset + classes;
  for (let from = 0; from < end; from += 1) {
    const reach = Math.min(end, from + LONGEST_GRAM);
    let hash = SEED;
    for (let at = from; at < reach; at += 1) {
      hash = Math.imul(hash ^ letterAt(form, at, end), PRIME);
      let cell = ((hash ^ (hash >>> 15)) & mask) * classes;
      for (let index = offset; index < last; index += 1) {
        sums[index] = (sums[index] ?? 0) + (weights[cell] ?? 0);
        cell += 1;
      }
    }
    if (isForeign(form, from)) addRow(table, FOREIGN_LETTER & mask, sums, offset);
  }
}

function addRow({ weights, classes }: FeatureTable, bucket: number, sums: Int32Array, offset: number): void {
  for (let index = 0; index < classes; index += 1) {
    sums[offset + index] = (sums[offset + index] ?? 0) + (weights[bucket * classes + index] ?? 0);
  }
}

/** Quantised weights, one row of `classes` numbers a bucket. */
export interface FeatureTable {
  readonly weights: Int8Array;
  readonly classes: number;
  readonly mask: number;
}
