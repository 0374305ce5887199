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
 * Writes the bucket of each feature of a word into `buckets` and answers how many there are: its letter runs of one to five,
 * with the word's edges as letters, and one shared feature for each letter that is foreign to all of our languages, so that
 * an unseen language shows. Runs are hashed as they grow, so that nothing is cut out of the string. Of an endless word only
 * the first letters are read.
 *
 * @param mask number of buckets less one; buckets are a power of two.
 * @param buckets written from its beginning, so that one array serves every word of a text; at most 252 are.
 */
export function listFeatures(form: string, mask: number, buckets: number[]): number {
  const end = Math.min(form.length, MOST_LETTERS) + 2;
  let count = 0;
  for (let from = 0; from < end; from += 1) {
    const reach = Math.min(end, from + LONGEST_GRAM);
    let hash = SEED;
    for (let at = from; at < reach; at += 1) {
      hash = Math.imul(hash ^ letterAt(form, at, end), PRIME);
      buckets[count] = (hash ^ (hash >>> 15)) & mask;
      count += 1;
    }
    if (!isForeign(form, from)) continue;
    buckets[count] = FOREIGN_LETTER & mask;
    count += 1;
  }
  return count;
}

/** The letter at a place of a word with its edges: 0 is before the first, `end - 1` behind the last that is read. */
function letterAt(form: string, at: number, end: number): number {
  if (at === 0) return START;
  return at === end - 1 ? END : form.charCodeAt(at - 1);
}

function isForeign(form: string, at: number): boolean {
  if (at >= form.length) return false;
  const code = form.charCodeAt(at);
  if (code < 0x80 || code === 0x2bc) return false;
  const kind = KINDS[code];
  return kind !== KIND.cyrillic && kind !== KIND.mark;
}
