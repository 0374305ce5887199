import { describe, expect, it } from '@jest/globals';
import { packWeights } from '../../../src/assess/language/packed-weights.js';
import { chancesBehind, standingIn } from '../../../src/assess/language/word-chances.js';
import { listFeatures } from '../../../src/assess/language/word-features.js';

const classes = 3;
const mask = 7;
const scale = 0.5;
const weights = Int8Array.from({ length: classes * (mask + 1) }, (_, index) => ((index * 37) % 120) - 60);
const standingOf = standingIn({ ...packWeights(weights, classes), classes, scale, mask });
const chances = chancesBehind(scale);

/** Log-odds of a word in each class, added up one by one. */
function oddsOf(word: string): readonly number[] {
  const buckets: number[] = [];
  const count = listFeatures(word, mask, buckets);
  return Array.from({ length: classes }, (_, index) =>
    buckets.slice(0, count).reduce((sum, bucket) => sum + scale * (weights[bucket * classes + index] ?? 0), 0),
  );
}

describe('the standing of a word', () => {
  it.each(['а', 'салом', 'ish', 'китоб'])('gives its chance in each class beside the likeliest: «%s»', (word) => {
    const odds = oddsOf(word);
    const top = Math.max(...odds);
    const found = Array.from(standingOf(word), (one) => chances[one.charCodeAt(0)]);
    expect(found).toHaveLength(classes);
    found.forEach((chance, index) => {
      const behind = top - (odds[index] ?? 0);
      expect(chance).toBeCloseTo(behind < 50 ? Math.exp(-behind) : 0, 12);
    });
  });

  it('ends where a class has no chance', () => {
    expect(chances[0]).toBe(1);
    expect(chances.at(-2)).toBeGreaterThan(0);
    expect(chances.at(-1)).toBe(0);
    expect(chances).toHaveLength(101);
  });
});
