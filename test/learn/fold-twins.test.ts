import { describe, expect, test } from '@jest/globals';
import { foldTwins } from '../../src/learn/fold-twins.js';

const words = (text: string) => text.split(' ');

describe('texts that are tried together', () => {
  test('a call and its benign twin stand in one fold, however many folds there are', () => {
    const texts = ['join the army of the sea', 'never join the army of the sea', 'a quiet evening at home'].map(words);
    for (const folds of [2, 5, 50, 1000]) {
      const [call, twin] = foldTwins(texts, folds);
      expect(twin).toBe(call);
    }
  });

  test('texts that share a word or two are spread', () => {
    const texts = Array.from({ length: 60 }, (_, index) => words(`the one${index} two${index} three${index}`));
    expect(new Set(foldTwins(texts, 5)).size).toBe(5);
  });

  test('the order of the texts decides nothing', () => {
    const texts = ['join the army of the sea', 'one two three four', 'never join the army of the sea'].map(words);
    expect([...foldTwins([...texts].reverse(), 97)].reverse()).toEqual(foldTwins(texts, 97));
  });

  test('a text without words has a fold, too', () => {
    expect(foldTwins([[], ['one']], 3)).toHaveLength(2);
  });
});
