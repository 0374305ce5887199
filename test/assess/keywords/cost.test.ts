import { expect, test } from '@jest/globals';
import { collisions } from '../../../src/assess/keywords/collisions.js';
import { buildStemIndex } from '../../../src/assess/keywords/stem-index.js';
import { aLexicon, evidence } from './a-lexicon.js';

const LETTERS = 'абвгдезиклмнопрстуфхчш';

/** Words made by a fixed rule, so that the count below is the same on every machine. */
function inventedWords(count: number, seed: number): readonly string[] {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 5 + next(6) }, () => LETTERS.charAt(next(LETTERS.length))).join(''),
  );
}

function falseHits(stems: number): number {
  const index = buildStemIndex(inventedWords(stems, 1).map((stem) => [stem, stem]));
  const words = inventedWords(2_000, 99);
  let asked = 0;
  for (const word of words) asked += index.splitsAsked(word, 0);
  return asked / words.length;
}

test('what a word costs stays the same from 100 stems to 10,000', () => {
  // Each split asked for costs a slice and a map look-up; all others only a bit test.
  expect(falseHits(100)).toBeLessThan(0.4);
  expect(falseHits(10_000)).toBeLessThan(0.4);
});

test('a text of nothing but hits is read in bounded work', () => {
  const lexicon = aLexicon('russian', 'entries: [{ lemma: ИГИЛ, role: group, gloss: IS }]');
  expect(evidence('ИГИЛ '.repeat(800), lexicon, ['ru']).hits).toHaveLength(800);
});

test('collisions name the ordinary words that an entry takes', () => {
  const lexicon = aLexicon('uzbek', 'entries: [{ lemma: қирмоқ, role: violence, gloss: slaughter }]');
  const found = [...collisions(['киринг', 'келинг', 'kirsin', '123'], lexicon, ['uzbek'])];
  expect(found.map(({ word, entry }) => [word, entry])).toEqual([
    ['киринг', 'қирмоқ'],
    ['kirsin', 'қирмоқ'],
  ]);
});
