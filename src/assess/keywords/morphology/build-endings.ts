import type { Grammar } from '../evidence.js';
import type { Endings } from './morphology.js';

/** Endings in the language's own letters, as a builder collects them. */
export type PlainEndings = ReadonlyMap<string, Grammar>;

/** Folds endings into key letters. Where two endings fall together the earlier one wins: list the telling ones first. */
export function foldEndings(plain: PlainEndings, keysOf: (form: string) => readonly string[]): Endings {
  const folded = new Map<string, Grammar>();
  for (const [ending, meaning] of plain) {
    for (const key of ending === '' ? [''] : keysOf(ending)) if (!folded.has(key)) folded.set(key, meaning);
  }
  return folded;
}

/** Collects endings; the first meaning of an ending stays. */
export function collectEndings(...groups: readonly Iterable<readonly [string, Grammar]>[]): PlainEndings {
  const all = new Map<string, Grammar>();
  for (const group of groups) for (const [ending, meaning] of group) if (!all.has(ending)) all.set(ending, meaning);
  return all;
}

/** Puts each ending of the second list behind each of the first, the empty ones included. */
export function chain(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce<readonly string[]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)),
    [''],
  );
}

/** The same meaning for every ending. */
export function all(endings: readonly string[], meaning: Grammar): readonly (readonly [string, Grammar])[] {
  return endings.map((ending) => [ending, meaning]);
}
