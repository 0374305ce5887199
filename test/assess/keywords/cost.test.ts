import { expect, test } from '@jest/globals';
import { collisions } from '../../../src/assess/keywords/collisions.js';
import {
  hashOn,
  indexWords,
  markOf,
  NO_LETTERS,
  NO_MARK,
  NO_WORD,
  wordAt,
} from '../../../src/assess/keywords/word-index.js';
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

/** Letters that are looked at until it is clear that no known word begins like these. */
function stepsOf(known: number): number {
  const index = indexWords([...new Set(inventedWords(known, 1))]);
  const words = inventedWords(2_000, 99);
  let steps = 0;
  for (const word of words) {
    let hash = NO_LETTERS;
    for (let at = 0; at < word.length; at += 1) {
      hash = hashOn(hash, word.charCodeAt(at));
      steps += 1;
      if (markOf(index, hash) === NO_MARK) break;
    }
  }
  return steps / words.length;
}

/** Other words that stand in the way of a known one, on average. */
function detourOf(known: number): number {
  const words = [...new Set(inventedWords(known, 1))];
  const { numbers } = indexWords(words);
  const runs = [...numbers].reduce(
    ({ sum, run }, number) => (number === NO_WORD ? { sum, run: 0 } : { sum: sum + run, run: run + 1 }),
    { sum: 0, run: 0 },
  );
  return runs.sum / words.length;
}

test('what a word costs hardly grows from 100 stems to 10,000', () => {
  expect(stepsOf(100)).toBeLessThan(3.5);
  expect(stepsOf(10_000)).toBeLessThan(5);
  expect(detourOf(100)).toBeLessThan(2);
  expect(detourOf(10_000)).toBeLessThan(2);
});

test('an index of words finds each of its words, and nothing else', () => {
  const words = [...new Set(['', 'а', 'аб', 'ʼ', '🔥', '\uffff', ...inventedWords(3_000, 7)])];
  const index = indexWords(words);
  expect(words.map((word) => wordAt(index, word, 0))).toEqual(words.map((_, number) => number));
  const others = [...inventedWords(3_000, 8), 'абв', '\u0000', 'z', '\ufffe'].filter((word) => !words.includes(word));
  expect(others.filter((word) => wordAt(index, word, 0) !== NO_WORD)).toEqual([]);
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
