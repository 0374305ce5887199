import { keyboardKey, latinToCyrillicKey, uzbekKey } from './text/keys.js';
import { normalise } from './text/normalise.js';
import type { Token } from './text/token.js';

/** By what copies of a text are known. Holds enough to guess at the text, so what is kept of it must be keyed or sealed. */
export interface Fingerprint {
  /**
   * The same for texts that say the same in the same words: spelling variants agree, and so do texts that differ in what
   * matching does not read; addresses, quotation marks and question marks must be the same.
   */
  readonly exact: string;
  /** Smallest hashes of the text's runs of four characters (MinHash, Broder 1997): {@link HASHES} numbers of 32 bits. */
  readonly minima: readonly number[];
}

/** Of a fingerprint; a likeness of one half is then known to within 4 points (one standard error). */
export const HASHES = 160;
/** Numbers that must agree for two texts to be compared at all. */
const BAND = 4;
const GRAM = 4;
/** Taken once: where modules run in a context of their own, as in tests, each look at a global costs a microsecond. */
const { imul } = Math;
/** What makes each of the numbers a hash of its own. */
const SEEDS = Uint32Array.from({ length: HASHES }, (_, index) => mix(index + 1));

/** Takes the fingerprint of a text whose language is tagged so. Spellings of one language meet in one key; its scripts, too. */
export function fingerprintOf(text: string, tag: string): Fingerprint {
  const { tokens } = normalise(text);
  const keys = tokens.map((token) => keyOf(token, tag));
  const marked = tokens.map((token, index) => mark(token, keys[index] ?? ''));
  return { exact: [...marked, ...addresses(text)].join(' '), minima: minimaOf(` ${keys.join(' ')} `) };
}

/** The share of numbers that two fingerprints have in common: an estimate of the share of four-character runs. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  return a.filter((value, index) => value === b[index]).length / HASHES;
}

/** A fingerprint in bands, each a text of its own: copies share at least one of them, strangers hardly ever do. */
export function bandsOf(minima: readonly number[]): readonly string[] {
  return Array.from({ length: HASHES / BAND }, (_, band) => {
    const from = band * BAND;
    return `${band}:${minima.slice(from, from + BAND).join('.')}`;
  });
}

function keyOf({ form, script }: Token, tag: string): string {
  if (tag.startsWith('uz')) return uzbekKey(form);
  return script === 'Latn' ? latinToCyrillicKey(form) : keyboardKey(form);
}

/** What is quoted or asked may be the opposite of what is said. */
function mark({ quoted, inQuestion }: Token, key: string): string {
  return `${quoted ? '"' : ''}${key}${inQuestion ? '?' : ''}`;
}

/** Links, invites and names to write to: the words before them may be harmless, and the address is the call. */
function addresses(text: string): readonly string[] {
  return text.split(/\s+/).filter((piece) => /[./@][\p{L}\p{N}]/u.test(piece));
}

function minimaOf(text: string): readonly number[] {
  const grams = new Set<number>();
  for (let at = 0; at + GRAM <= text.length; at += 1) grams.add(hashOf(text, at));
  const minima = new Uint32Array(HASHES).fill(0xff_ff_ff_ff);
  for (const gram of grams)
    for (let index = 0; index < HASHES; index += 1) {
      const value = mix(gram ^ (SEEDS[index] ?? 0));
      if (value < (minima[index] ?? 0)) minima[index] = value;
    }
  return [...minima];
}

/** FNV-1a over the code units of one run. */
function hashOf(text: string, at: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let offset = 0; offset < GRAM; offset += 1) hash = imul(hash ^ text.charCodeAt(at + offset), 0x01_00_01_93);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: spreads 32 bits so that each index orders the runs anew. */
function mix(value: number): number {
  let hash = value;
  hash = imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
