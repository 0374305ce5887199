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

test.each(['нетащитесь к ИГИЛ', 'несигайте в ИГИЛ'])('a «не» that ran into its verb denies it: «%s»', (text) => {
  expect(polarities(text)).toEqual(['against']);
});

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
    'неситесь к ИГИЛ',
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
    'айда этим моджахедам',
    'го всем моджахедам',
    'печалятся моджахеды',
  ])('is silent elsewhere: «%s»', (text) => {
    expect(polarities(text)).toEqual([]);
  });
});

const uzbek = aLexicon(
  'uzbek',
  `
entries:
  - { lemma: ИШИД, role: group, gloss: IS }
  - { lemma: Ал-Қоида, role: group, gloss: AQ }
  - { lemma: мужоҳидлар, role: fighter, gloss: mujahids }
  - { lemma: "=керак", role: must, gloss: must }
  - { lemma: ўлдирмоқ, role: violence, gloss: kill }
cues:
  - { words: айтмоқ, as: { person: 3 }, kind: reporting, side: either, weight: -3, gloss: they say }
  - { words: хўрламоқ, kind: refutation, side: either, weight: -4, gloss: humiliate }
`,
  `${PATTERNS}
- { id: wont-you, category: join, construction: invitation, question: true, weight: 4, gloss: "will you {1} {2}", window: 9,
    needs: [{ role: act-join, negated: true, person: 2 }, { role: [group, fighter] }] }
- { id: threat, category: threat, construction: declaration, weight: 4, gloss: "{2} {1} {3}", window: 9,
    needs: [{ role: violence, person: 3 }, { role: [group, fighter] }, { role: audience }] }
`,
);
const uzbekHits = (text: string) => evidence(text, uzbek, ['uz-Cyrl', 'uz-Latn']);
const uzbekPolarities = (text: string): readonly string[] => uzbekHits(text).patterns.map(({ polarity }) => polarity);

describe('an Uzbek verb that no entry knows', () => {
  test.each([
    'ИШИДга тиркалинг',
    'ИШИДга яқинлашинглар',
    'мужоҳидлар учун пахта теринглар',
    'мужоҳидларнинг йўлига интилгин',
    'ИШИД сафига тизилайлик',
    'ISHIDga tirkaling, aka',
    'ИШИДга айтинг',
    'ИШИДга эргашмайсизми?',
    'ИШИДга тиркалиш керак',
  ])('calls where its form asks and the group is its aim: «%s»', (text) => {
    expect(uzbekPolarities(text)).toEqual(['for']);
  });

  test('counts for less where the group is not its aim or stands in another clause', () => {
    const [aimed] = uzbekHits('ИШИДга тиркалинг').patterns;
    const [beside] = uzbekHits('ИШИД зўр, тиркалинг').patterns;
    expect(beside?.weight).toBeLessThan(aimed?.weight ?? 0);
    expect(beside?.polarity).toBe('for');
  });

  test.each(['ИШИДга тиркалманг', 'ИШИДга яқинлашманглар'])('is denied inside the word: «%s»', (text) => {
    expect(uzbekPolarities(text)).toEqual(['against']);
  });

  test.each([
    'ИШИДга қувғин',
    'ИШИДга ёнғин хавфи',
    'ИШИДни ҳайданг',
    'ИШИДдан асранинг',
    'ИШИДга қарши туринг',
    'ИШИД ҳақида ўйлаб кўринг',
    'ИШИД ёлғонларидан асранинг',
    'ИШИДга тиркалиш осон эди',
    'ИШИДга хўрланг',
    'ИШИД болани хафа қилди',
    'Ал-Қоида кечинг қора эди',
  ])('is silent elsewhere: «%s»', (text) => {
    expect(uzbekPolarities(text)).toEqual([]);
  });

  test.each([
    ['ИШИД эшигингизни синдириб ўлдиради', ['threat']],
    ['ИШИД кўчангда ўлдиради', ['threat']],
    ['ИШИД денгизда ўлдиради', []],
    ['ИШИД бизнинг йўлда ўлдиради', []],
  ])('«%s»: an ending that says «your» turns to the reader', (text, ids) => {
    expect(uzbekHits(text).patterns.map(({ pattern }) => pattern)).toEqual(ids);
  });
});

const addressed = aLexicon(
  'russian',
  `
entries:
  - { lemma: ИГИЛ, role: group, gloss: IS }
  - { lemma: "=вы", role: audience, gloss: you }
`,
  `
- { id: spoken, category: join, construction: statement, weight: 3, gloss: "{1} {2}", window: 9,
    needs: [{ role: audience }, { role: group }] }
`,
);

describe('a form that speaks to somebody stands for «you»', () => {
  const spoken = (text: string): number => evidence(text, addressed, ['ru']).patterns.length;

  test.each(['решишься на ИГИЛ', 'вот ИГИЛ, подумайте', 'вы и ИГИЛ'])('in «%s»', (text) => {
    expect(spoken(text)).toBe(1);
  });

  test.each(['не бойтесь ИГИЛ', 'ИГИЛ отступил', 'камыш и ИГИЛ', 'сайте ИГИЛ', 'вай ИГИЛ'])(
    'and not in «%s»',
    (text) => {
      expect(spoken(text)).toBe(0);
    },
  );
});
