import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence } from './a-lexicon.js';

const PATTERNS = `
- { id: join, category: join, construction: imperative, weight: 5, gloss: "{1} {2}", window: 9, unless: [{ role: if }],
    needs: [{ role: act-join, mood: [imperative, exhortative] }, { role: [group, fighter, leader] }] }
- { id: must, category: join, construction: obligation, weight: 4, gloss: "must {1} {2}", window: 9,
    needs: [{ role: act-join, mood: infinitive }, { role: [group, fighter, leader] }, { role: must }] }
`;

const tajik = aLexicon(
  'tajik',
  `
entries:
  - { lemma: ДИИШ, role: group, gloss: IS }
  - { lemma: "=муҷоҳидон", role: fighter, gloss: mujahids }
  - { lemma: халифа, role: leader, gloss: caliph }
  - { lemma: "=бояд", role: must, gloss: must }
cues:
  - { words: нафрат, kind: refutation, side: either, weight: -4, gloss: hate }
`,
  PATTERNS,
);

const polarities = (text: string): readonly string[] =>
  evidence(text, tajik, ['tg']).patterns.map(({ polarity }) => polarity);

describe('a Tajik verb that no entry knows', () => {
  test.each([
    'ба ДИИШ бипечед',
    'ба сафи ДИИШ зам кунед',
    'барои муҷоҳидон ҷонфишонӣ кунем',
    'ба халифа рӯ намоед',
    'ДИИШба часпетон',
    'назди муҷоҳидон шитоб',
    'бояд ба ДИИШ печидан',
    'ba ДИИШ pechoned',
  ])('calls where its form asks and the group is what it turns to: «%s»', (text) => {
    expect(polarities(text)).toEqual(['for']);
  });

  test.each(['ба ДИИШ начаспед', 'ба халифа зам накунем'])('is denied by its prefix: «%s»', (text) => {
    expect(polarities(text)).toEqual(['against']);
  });

  test.each([
    'аз ДИИШ гурезед',
    'бар зидди ДИИШ хезед',
    'ба муқобили ДИИШ хезед',
    'ба ДИИШ рафтед',
    'ба ДИИШ мепечед',
    'шумо ба ДИИШ умед доред',
    'ба ДИИШ печидан осон буд',
    'ба ДИИШ мепечед?',
    'касе ба ДИИШ часпад',
    'ДИИШро шиканед',
    'лаби сафед ба ДИИШ',
    'хезед, ба ДИИШ ҳоҷат нест',
  ])('is silent elsewhere: «%s»', (text) => {
    expect(polarities(text)).toEqual([]);
  });
});
