import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { LANGUAGES } from '../../../src/assess/assessment.js';
import { compileBayes } from '../../../src/assess/bayes/bayes-table.js';
import { callOdds, rowWeight } from '../../../src/assess/bayes/call-odds.js';
import { rowOf } from '../../../src/assess/bayes/feature-rows.js';
import { NO_ROW } from '../../../src/assess/bayes/known-features.js';
import { stateOf, trainNatural } from '../../../src/assess/natural/bayes-classifier.js';
import { normalise } from '../../../src/assess/text/normalise.js';
import { functionWordsSchema } from '../../../src/packs/format/function-words.js';
import { readPack } from '../../../src/packs/read-pack.js';
import { parseYaml } from '../../../src/yaml/parse-yaml.js';
import { SHIPPED_PACK } from '../shipped-pack.js';

const table = compileBayes(
  stateOf(
    trainNatural(
      [
        { features: ['отряд', 'брат'], label: 'join' },
        { features: ['отряд', 'дорога'], label: 'travel' },
        { features: ['хлеб', 'рынок'], label: 'everyday' },
        { features: ['хлеб', 'брат'], label: 'religious' },
        { features: ['рынок', 'дорога'], label: 'news' },
      ],
      0.1,
    ),
  ),
  (label) => label === 'join' || label === 'travel',
);

describe('the odds of a call', () => {
  it('lean to the side whose words they are, and name its likeliest class', () => {
    expect(callOdds(table, ['отряд', 'дорога'])).toMatchObject({ label: 'travel' });
    expect(callOdds(table, ['отряд']).logOdds).toBeGreaterThan(1);
    expect(callOdds(table, ['хлеб']).logOdds).toBeLessThan(-1);
  });

  it('are neutral without a known word, however many more benign texts were learnt', () => {
    expect(callOdds(table, [])).toEqual({ logOdds: 0, label: undefined });
    expect(callOdds(table, ['неведомое', '__proto__', 'constructor'])).toEqual({ logOdds: 0, label: undefined });
  });

  it('do not change with an unknown word or a word said twice', () => {
    const plain = callOdds(table, ['отряд', 'брат']);
    expect(callOdds(table, ['отряд', 'неведомое', 'брат', 'отряд'])).toEqual(plain);
  });

  it('say how much each word weighs', () => {
    const weightOf = (word: string, label: string) => rowWeight(table, rowOf(table.rows, word) ?? NO_ROW, label);
    expect(weightOf('отряд', 'join')).toBeGreaterThan(0);
    expect(weightOf('хлеб', 'join')).toBeLessThan(0);
    expect(weightOf('отряд', 'no such class')).toBe(0);
  });
});

describe('the shipped classifiers', () => {
  const { bayes } = readPack(SHIPPED_PACK).parts;
  const file = join(SHIPPED_PACK, 'function-words.yaml');
  const functionWords = parseYaml(readFileSync(file, 'utf8'), file, functionWordsSchema).value;

  test.each(LANGUAGES)('have no opinion on %s function words, alone or all together', (language) => {
    const reader = bayes[language];
    const words = functionWords?.[language] ?? [];
    expect(words.length).toBeGreaterThan(50);
    for (const text of [...words, words.join(' ')])
      expect([text, reader?.opinion(reader.read(normalise(text).tokens)).logOdds]).toEqual([text, 0]);
  });

  test.each(LANGUAGES)('have no opinion on words that they have not met, in %s', (language) => {
    const reader = bayes[language];
    const text = 'щщкхыж ъъмнэц zzqwvk xxjjtt';
    expect(reader?.opinion(reader.read(normalise(text).tokens)).logOdds).toBe(0);
  });
});
