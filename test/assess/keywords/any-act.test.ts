import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence } from './a-lexicon.js';

const PATTERNS = `
- { id: join, category: join, construction: imperative, weight: 5, gloss: "{1} {2}", window: 9, unless: [{ role: if }],
    needs: [{ role: act-join, mood: [imperative, exhortative] }, { role: [group, fighter, leader] }] }
- { id: must, category: join, construction: obligation, weight: 4, gloss: "must {1} {2}", window: 9,
    needs: [{ role: act-join, mood: infinitive }, { role: [group, fighter, leader] }, { role: must }] }
`;

const russian = aLexicon(
  'russian',
  `
verbs: [{ infinitive: противостоять, present: [противостою, противостоят], imperative: [противостой] }]
entries:
  - { lemma: ИГИЛ, role: group, gloss: IS }
  - { lemma: "=моджахедам", also: ["=моджахедов", "=моджахеды"], role: fighter, gloss: mujahids }
  - { lemma: халиф, role: leader, gloss: caliph }
  - { lemma: "=надо", role: must, gloss: must }
  - { lemma: "=если", role: if, gloss: if }
cues:
  - { words: противостоять, also: [относиться], kind: refutation, side: either, weight: -4, gloss: stand up to }
`,
  PATTERNS,
);

const polarities = (text: string): readonly string[] =>
  evidence(text, russian, ['ru']).patterns.map(({ polarity }) => polarity);

describe('a Russian verb that no entry knows', () => {
  test.each([
    'тащитесь к ИГИЛ',
    'Братья, сигайте уже скорее в ИГИЛ',
    'порадейте за моджахедов',
    'услужите халифу',
    'поклонись халифу',
    'моджахедам пособляй',
    'давайте все вместе рванёмся к ИГИЛ',
    'надо уже прилепиться к ИГИЛ',
    'tashites k IGIL',
  ])('calls where its form asks and the group is what it turns to: «%s»', (text) => {
    expect(polarities(text)).toEqual(['for']);
  });

  test.each(['не тащитесь к ИГИЛ', 'никогда не суйтесь в ИГИЛ'])('is denied by its «не»: «%s»', (text) => {
    expect(polarities(text)).toEqual(['against']);
  });

  test.each([
    'укрывайтесь от ИГИЛ',
    'расскажите об ИГИЛ',
    'одолейте ИГИЛ',
    'прилепиться к ИГИЛ было легко',
    'зачем вы ходите к ИГИЛ?',
    'урожай для моджахедов',
    'противостойте моджахедам',
    'если тащитесь к ИГИЛ',
    'проснитесь, моджахедам всё равно',
    'память халифу',
    'печалятся моджахеды',
  ])('is silent elsewhere: «%s»', (text) => {
    expect(polarities(text)).toEqual([]);
  });
});
