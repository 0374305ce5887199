/**
 * Finds which known stems a word begins with.
 *
 * A bit table over rolling hashes answers "no stem begins like this" for almost every split of almost every word, at the
 * same cost for a hundred stems and for a hundred thousand: it grows with the stems, so that its rate of false hits stays.
 */
export interface StemIndex<T> {
  /** Every stem that stands at `from` in `key`, shortest first; undefined, which is the rule, when there is none. */
  readonly find: (key: string, from: number) => readonly FoundStem<T>[] | undefined;
  /** How many splits of the word the bit table lets through to a look-up: what the word costs. */
  readonly splitsAsked: (key: string, from: number) => number;
}

/** All that a stem stands for, and the position behind it. */
export interface FoundStem<T> {
  readonly values: readonly T[];
  readonly end: number;
}

const BITS_PER_STEM = 48;
const MULTIPLIER = 0x01000193;
const SEED = 0x811c9dc5;

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, MULTIPLIER);
}

/** Builds the index; several values may share a stem. */
export function buildStemIndex<T>(stems: Iterable<readonly [string, T]>): StemIndex<T> {
  const values = new Map<string, T[]>();
  for (const [stem, value] of stems) {
    const known = values.get(stem);
    if (known === undefined) values.set(stem, [value]);
    else known.push(value);
  }

  const bits = 2 ** Math.ceil(Math.log2(Math.max(1, values.size) * BITS_PER_STEM + 1));
  const table = new Uint32Array(Math.max(1, bits >>> 5));
  const mask = bits - 1;
  let longest = 0;
  for (const stem of values.keys()) {
    let hash = SEED;
    for (let at = 0; at < stem.length; at += 1) hash = mix(hash, stem.charCodeAt(at));
    const bit = spread(hash) & mask;
    table[bit >>> 5] = (table[bit >>> 5] ?? 0) | (1 << (bit & 31));
    longest = Math.max(longest, stem.length);
  }

  const mayStart = (hash: number): boolean => {
    const bit = spread(hash) & mask;
    return ((table[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  };
  const find = (key: string, from: number): readonly FoundStem<T>[] | undefined => {
    const last = Math.min(key.length, from + longest);
    let found: FoundStem<T>[] | undefined;
    let hash = SEED;
    for (let at = from; at < last; at += 1) {
      hash = mix(hash, key.charCodeAt(at));
      if (!mayStart(hash)) continue;
      const known = values.get(key.slice(from, at + 1));
      if (known === undefined) continue;
      const one = { values: known, end: at + 1 };
      if (found === undefined) found = [one];
      else found.push(one);
    }
    return found;
  };
  const splitsAsked = (key: string, from: number): number => {
    let hash = SEED;
    let asked = 0;
    for (let at = from; at < Math.min(key.length, from + longest); at += 1) {
      hash = mix(hash, key.charCodeAt(at));
      if (mayStart(hash)) asked += 1;
    }
    return asked;
  };
  return { find, splitsAsked };
}

/** FNV's low bits repeat for short words; this folds the high ones in. */
function spread(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}
