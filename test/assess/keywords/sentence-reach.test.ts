import { expect, test } from '@jest/globals';
import { aLexicon, evidence } from './a-lexicon.js';

const WORDS = `
entries:
  - { lemma: вступать, role: act-join, gloss: join }
  - { lemma: ИГИЛ, role: group, gloss: IS }
`;
const russian = aLexicon(
  'russian',
  WORDS,
  `
- { id: apart, category: join, construction: imperative, weight: 4, gloss: "{2}. {1}", adjacent: only, window: 12,
    needs: [{ role: act-join, mood: imperative }, { role: group }] }
`,
);

function weights(text: string): readonly number[] {
  return evidence(text, russian, ['ru']).patterns.map(({ weight }) => weight);
}

test('a pattern of other sentences keeps its whole weight there', () => {
  expect(weights('Это ИГИЛ. Вступай.')).toEqual([4]);
});

test('it reaches over one sentence between, and no further', () => {
  expect(weights('Это ИГИЛ. Там хорошо. Вступай.')).toEqual([4]);
  expect(weights('Это ИГИЛ. Там море. Там хорошо. Вступай.')).toEqual([]);
});

test('it leaves one sentence to others', () => {
  expect(weights('Вступай в ИГИЛ.')).toEqual([]);
});

test('it reads what is denied as denied', () => {
  const [hit] = evidence('Это ИГИЛ. Не вступай.', russian, ['ru']).patterns;
  expect(hit?.polarity ?? 'against').toBe('against');
});
