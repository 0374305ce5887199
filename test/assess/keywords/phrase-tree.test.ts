import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Phrase } from '../../../src/assess/keywords/lexicon-tables.js';
import { listBegun, type PhraseNode, plantPhrases } from '../../../src/assess/keywords/phrase-tree.js';

const WORDS = 6;

function plant(phrases: readonly Phrase[]) {
  return plantPhrases({ phrases, begun: listBegun(phrases, WORDS), words: WORDS });
}

function phrase(context: number, ...places: readonly (readonly number[])[]): Phrase {
  return { meaning: { kind: 'context', context }, places: places.map((words) => ({ words, gap: 0 })) };
}

/** The same, with room for this many words before each place. */
function withGap(gap: number, { meaning, places }: Phrase): Phrase {
  return { meaning, places: places.map(({ words }) => ({ words, gap })) };
}

/** What these words, one behind the other, mean; in the order of the lexicon. */
function meaningOf(phrases: readonly Phrase[], words: readonly number[]): readonly unknown[] {
  const [first = -1, ...more] = words;
  const from = plant(phrases).get(first);
  let nodes: readonly PhraseNode[] = from === undefined ? [] : [from];
  for (const word of more) nodes = nodes.flatMap(({ next }) => next.flatMap(({ nodes: to }) => to.get(word) ?? []));
  return nodes.flatMap(({ meanings }) => meanings);
}

describe('a tree of phrases', () => {
  it('leads from each word to what phrases of the lexicon mean, however their alternatives are shared', () => {
    const word = fc.nat(WORDS - 1);
    const place = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
    const lists = fc.array(fc.array(place, { minLength: 1, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(lists, fc.array(word, { minLength: 1, maxLength: 3 }), (places, words) => {
        const phrases = places.map((one, context) => phrase(context, ...one));
        const meant = phrases.filter(
          (one) => one.places.length === words.length && one.places.every((at, n) => at.words.includes(words[n] ?? -1)),
        );
        expect(meaningOf(phrases, words)).toEqual(meant.map(({ meaning }) => meaning));
      }),
    );
  });

  it('holds what follows once where several words lead to it', () => {
    const root = plant([phrase(0, [0, 1], [2, 3], [4]), phrase(1, [5], [4])]);
    expect(root.get(0)).toBe(root.get(1));
    const [branch] = root.get(0)?.next ?? [];
    expect(branch?.nodes.get(2)).toBe(branch?.nodes.get(3));
    expect(root.get(5)).not.toBe(root.get(0));
  });

  it('keeps places apart that leave room for more words or fewer', () => {
    const next = [phrase(0, [0], [1]), withGap(2, phrase(1, [0], [1])), withGap(2, phrase(2, [0], [1, 2]))];
    const branches = plant(next).get(0)?.next ?? [];
    expect(branches.map(({ gap }) => gap)).toEqual([0, 2]);
    expect(branches.map(({ nodes }) => nodes.get(1)?.meanings.length)).toEqual([1, 2]);
    expect(branches.map(({ nodes }) => nodes.get(2)?.meanings.length)).toEqual([undefined, 1]);
  });

  it('begins with no word that only stands later', () => {
    expect(plant([phrase(0, [0], [1])]).get(1)).toBeUndefined();
  });
});
