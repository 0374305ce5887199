import { describe, expect, test } from '@jest/globals';
import type { OurTag } from '../../../src/assess/assessment.js';
import type { CompiledLexicon } from '../../../src/assess/keywords/compiled-lexicon.js';
import { aLexicon, evidence } from './a-lexicon.js';

const PATTERNS = `
- { id: join, category: join, construction: imperative, weight: 5, gloss: "{1} {2}",
    needs: [{ role: act-join, mood: [imperative, exhortative, infinitive] }, { role: group }] }
`;
const russian = aLexicon(
  'russian',
  `
verbs: [{ infinitive: сказать, present: [скажу, скажут], imperative: скажи }]
entries:
  - { lemma: вступать, also: [вступить], role: act-join, gloss: join }
  - { lemma: ИГИЛ, role: group, gloss: IS }
cues:
  - { words: сказать, as: { person: 3 }, kind: reporting, side: before, binds: strong, weight: -4, gloss: they said }
  - { words: =нельзя, kind: negation, side: before, flips: true, reach: 3, gloss: must not }
  - { words: запрещенный, kind: law, side: either, across: true, weight: -4, gloss: banned }
  - { words: не верьте, kind: warning, side: either, reach: 9, binds: strong, weight: -4, gloss: a warning }
  - { words: =иначе, kind: warning, side: after, comma: stops, weight: -2, gloss: or else }
`,
  PATTERNS,
);
const tajik = aLexicon(
  'tajik',
  `
verbs: [{ infinitive: шудан, present: шав }, { infinitive: гуфтан, present: гӯй }]
entries:
  - { lemma: ҳамроҳ шудан, role: act-join, gloss: join }
  - { lemma: ДИИШ, role: group, gloss: IS }
cues:
  - { words: гуфтан, as: { person: 3 }, kind: reporting, side: before, binds: strong, gloss: they said }
  - { words: =набояд, kind: negation, side: before, flips: true, gloss: must not }
  - { words: ҳаром =аст, kind: negation, side: after, flips: true, reach: 3, gloss: is forbidden }
`,
  PATTERNS,
);
const uzbek = aLexicon(
  'uzbek',
  `
entries:
  - { lemma: қўшилмоқ, role: act-join, gloss: join }
  - { lemma: ИШИД, role: group, gloss: IS }
  - { lemma: =керак, role: must, gloss: must }
cues:
  - { words: =деб, kind: reporting, side: after, reach: 4, binds: strong, gloss: quoted speech }
  - { words: =керак =эмас, also: [ҳаром], kind: negation, side: after, reach: 3, flips: true, gloss: must not }
`,
  PATTERNS,
);

function net(text: string, lexicon: CompiledLexicon, tags: readonly OurTag[]): number {
  const { patterns, cues } = evidence(text, lexicon, tags);
  const taken = cues.filter((cue) => cue.governs.includes(0)).reduce((sum, cue) => sum + cue.weight, 0);
  return (patterns[0]?.weight ?? 0) + taken;
}
const ru = (text: string): number => net(text, russian, ['ru']);
const tg = (text: string): number => net(text, tajik, ['tg']);
const uz = (text: string): number => net(text, uzbek, ['uz-Latn', 'uz-Cyrl']);

describe('cues count on their own side', () => {
  test('a Russian reporting verb precedes', () => {
    expect(ru('он сказал, что надо вступать в ИГИЛ')).toBe(1);
    expect(ru('вступать в ИГИЛ, так и сказал')).toBe(5);
  });
  test('a Tajik one, too', () => {
    expect(tg('ӯ гуфт, ки ба ДИИШ ҳамроҳ шавед')).toBe(2);
    expect(tg('ба ДИИШ ҳамроҳ шавед, гуфт')).toBe(5);
  });
  test('Uzbek деб follows', () => {
    expect(uz('ИШИДга қўшилинглар деб ёзишибди')).toBe(2);
    expect(uz('деб ёзишибди, ИШИДга қўшилинглар')).toBe(5);
  });
  test('«I say» reports nobody', () => {
    expect(ru('скажу прямо, вступайте в ИГИЛ')).toBe(5);
  });
  test('beyond its reach a cue says nothing', () => {
    expect(uz('ИШИДга қўшилинглар биродарлар опа сингиллар барчамиз бирга деб')).toBe(5);
  });
  test('a cue that stops at a comma stops there', () => {
    expect(ru('вступать в ИГИЛ иначе никак')).toBe(3);
    expect(ru('вступать в ИГИЛ, иначе никак')).toBe(5);
  });
});

describe('a cue is no way to hide a call', () => {
  test('boilerplate beside a direct call keeps a quarter of its weight', () => {
    expect(ru('Вступайте в ИГИЛ (запрещённая в РФ организация)')).toBe(4);
    expect(ru('вступать в ИГИЛ, запрещённый в РФ')).toBe(1);
  });
  test('a warning pasted onto a call keeps half; beside a reported call it counts in full', () => {
    expect(ru('Вступайте в ИГИЛ, не верьте им')).toBe(3);
    expect(ru('они пишут «вступайте в ИГИЛ», не верьте им')).toBe(-1.5);
  });
  test('in a sentence of its own it keeps half of that', () => {
    expect(ru('Вступайте в ИГИЛ. Организация запрещена, запрещённая')).toBe(4.5);
  });
});

describe('modals and particles turn the act round', () => {
  test.each([
    ['нельзя вступать в ИГИЛ', russian, ['ru']],
    ['набояд ба ДИИШ ҳамроҳ шавед', tajik, ['tg']],
    ['ба ДИИШ ҳамроҳ шудан ҳаром аст', tajik, ['tg']],
    ['ИШИДга қўшилиш керак эмас', uzbek, ['uz-Cyrl']],
    ['ISHIDga qoʻshilish harom', uzbek, ['uz-Latn']],
  ] as const)('%s', (text, lexicon, tags) => {
    const { patterns, cues } = evidence(text, lexicon, tags);
    expect(patterns.map((hit) => [hit.polarity, hit.weight])).toEqual([['against', 0]]);
    expect(cues.map((cue) => cue.kind)).toEqual(['negation']);
  });
  test('twice turned is a call again', () => {
    expect(evidence('нельзя не вступать в ИГИЛ', russian, ['ru']).patterns[0]?.polarity).toBe('for');
  });
  test('a modal does not reach an imperative behind a comma', () => {
    expect(evidence('сидеть нельзя, вступайте в ИГИЛ', russian, ['ru']).patterns[0]?.polarity).toBe('for');
  });
  test('words of the cue are no hits of their own', () => {
    const { hits } = evidence('ИШИДга қўшилиш керак эмас', uzbek, ['uz-Cyrl']);
    expect(hits.map((hit) => hit.role)).not.toContain('must');
  });
});

describe('the two cues that need no words', () => {
  test('a call inside quotation marks with talk around it', () => {
    expect(ru('Они всем пишут «вступайте в ИГИЛ» каждый день')).toBe(2.5);
    expect(ru('«Вступайте в ИГИЛ»')).toBe(5);
  });
  test('a quoted call whose group stands outside as the one who speaks', () => {
    expect(ru('ИГИЛ пишет «вступайте», а люди молчат дома')).toBe(-2);
    expect(ru('ИГИЛ «вступайте»')).toBe(5);
  });
  test('the name of a group in quotation marks quotes nobody', () => {
    const spoken = aLexicon(
      'russian',
      `
entries:
  - { lemma: ИГИЛ, role: group, gloss: IS }
  - { lemma: =вас, role: audience, gloss: you }
`,
      `
- { id: addressed, category: join, construction: statement, weight: 5, gloss: "{1}: {2}",
    needs: [{ role: group }, { role: audience }] }
`,
    );
    expect(net('Сегодня «ИГИЛ» снова ждёт вас', spoken, ['ru'])).toBe(5);
  });
  test('a question that invites nobody', () => {
    expect(ru('Грех ли вступать в ИГИЛ?')).toBe(3);
    expect(ru('Вступайте в ИГИЛ?')).toBe(5);
  });
});

test('an Uzbek condition denied twice asks', () => {
  const lexicon = aLexicon(
    'uzbek',
    `
entries:
  - { lemma: қўшилмоқ, role: act-join, gloss: join }
  - { lemma: ИШИД, role: group, gloss: IS }
cues:
  - { words: =бўлмайди, kind: negation, side: after, reach: 3, flips: true, gloss: must not }
`,
    PATTERNS,
  );
  const polarities = (text: string) => evidence(text, lexicon, ['uz-Cyrl']).patterns.map((pattern) => pattern.polarity);
  expect(polarities('ИШИДга қўшилмасанг бўлмайди')).toEqual(['for']);
  expect(polarities('ИШИДга қўшилиш бўлмайди')).toEqual(['against']);
});

describe('Uzbek cues by their letters, their weight and what stands beside them', () => {
  const lexicon = aLexicon(
    'uzbek',
    `
entries:
  - { lemma: қўшилмоқ, also: [кўчмоқ], role: act-join, gloss: join }
  - { lemma: ИШИД, role: group, gloss: IS }
  - { lemma: мужоҳидлар, role: fighter, gloss: mujahids }
cues:
  - { words: қочмоқ, kind: negation, side: after, binds: strong, strict: true, weight: -4, gloss: flee }
  - { words: ёлғон, kind: refutation, side: either, weight: -3, gloss: a lie }
  - { words: =ёлғонини, kind: refutation, side: either, binds: strong, weight: -5, gloss: their lie }
  - { words: мўмин, kind: quotation, side: either, across: true, binds: strong, weight: -2.5, gloss: scripture }
`,
    `
- { id: join, category: join, construction: imperative, weight: 5, gloss: "{1} {2}",
    needs: [{ role: act-join, mood: [imperative, infinitive] }, { role: [group, fighter] }] }
`,
  );
  const left = (text: string): number => net(text, lexicon, ['uz-Latn', 'uz-Cyrl']);

  test('a strict cue asks for its own letters', () => {
    expect(left('ИШИДга қўшилишдан қочинг')).toBe(1);
    expect(left('ИШИДга қўшилиш, кўчинг')).toBe(5);
  });
  test('of two cues on one word the heavier stands', () => {
    expect(left('ИШИД ёлғонини айтиб қўшилиш')).toBe(0);
  });
  test('words of scripture keep little beside a designated group', () => {
    expect(left('мўминлар, мужоҳидларга қўшилиш')).toBe(2.5);
    expect(left('мўминлар, ИШИДга қўшилиш')).toBe(4);
  });
});

describe('a cue that shares a word with the act', () => {
  const praising = aLexicon(
    'tajik',
    `
entries:
  - { lemma: қаҳрамон, role: praise, gloss: hero }
  - { lemma: ДИИШ, role: group, gloss: IS }
cues:
  - { words: қаҳрамон =не, kind: refutation, side: either, binds: strong, gloss: no hero }
  - { words: қаҳрамон ДИИШ, kind: refutation, side: either, binds: strong, gloss: their hero }
`,
    `- { id: praise, category: praise, construction: statement, weight: 5, gloss: "{1} {2}", needs: [{ role: praise }, { role: group }] }`,
  );

  test('governs it where it says more', () => {
    expect(net('ДИИШ қаҳрамон не', praising, ['tg'])).toBeLessThan(net('ДИИШ қаҳрамон', praising, ['tg']));
  });

  test('governs nothing where all its words belong to the call', () => {
    expect(net('Қаҳрамон ДИИШ', praising, ['tg'])).toBe(net('ДИИШ қаҳрамон', praising, ['tg']));
  });
});
