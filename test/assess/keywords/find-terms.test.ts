import { describe, expect, test } from '@jest/globals';
import { aGroupLexicon, aLexicon, evidence } from './a-lexicon.js';

const tajik = aLexicon(
  'tajik',
  `
entries:
  - { lemma: муҷоҳид, role: fighter, gloss: mujahid, notWhen: { name: true } }
  - { lemma: Хуросон, role: place, gloss: Khorasan, notWhen: { before: [ноҳия, =н] } }
  - { lemma: карта, role: money, gloss: card, onlyWhen: { near: [рақам, пул] } }
  - { lemma: ҷанг, role: act-fight, gloss: fight, strict: true }
  - { lemma: қаҳр, role: act-fight, gloss: wrath, strict: if-letters }
  - { lemma: аскари хилофат, role: fighter, gloss: soldier of the caliphate }
  - { lemma: аскар, role: target, gloss: soldier }
  - { lemma: хилофат, role: group, gloss: caliphate }
`,
);
const entries = (text: string): readonly string[] =>
  evidence(text, tajik, ['tg', 'tg-Latn']).hits.map((hit) => hit.entry);

describe('neighbours decide what a homonym is', () => {
  test.each([
    ['дар ноҳияи Хуросон зиндагӣ мекунам', []],
    ['ба Хуросон меравем', ['Хуросон']],
    ['карта ва рақами он', ['карта']],
    ['картаи ҷаҳон', []],
  ])('%s', (text, expected) => expect(entries(text)).toEqual(expected));
});

describe('a name is told by the capital beside it', () => {
  test.each([
    ['Дӯстам Муҷоҳид Раҳимов омад', []],
    ['Муҷоҳид Раҳимов омад', []],
    ['Раҳимов Муҷоҳид омад', []],
    ['Муҷоҳид ва Шаҳло омаданд', []],
    ['Муҷоҳид, пулро биёр', []],
    ['Муҷоҳидон, биёед бо мо', ['муҷоҳид']],
    ['муҷоҳидон омаданд', ['муҷоҳид']],
    ['Ба Муҷоҳидон салом', ['муҷоҳид']],
    ['БА МУҶОҲИДОН САЛОМ БОД БАРОДАРОН', ['муҷоҳид']],
  ])('%s', (text, expected) => expect(entries(text)).toEqual(expected));
});

describe('strict spelling', () => {
  test.each([
    ['ҷанг', ['ҷанг']],
    ['чанг', []],
    ['кахр', ['қаҳр']],
    ['бо қалби ҷавон кахр', []],
    ['бо қалби ҷавон қаҳр', ['қаҳр']],
  ])('%s', (text, expected) => expect(entries(text)).toEqual(expected));
});

test('a longer phrase takes the place of the words it is made of, but for the name of its group', () => {
  expect(entries('аскарони хилофат')).toEqual(['аскари хилофат', 'хилофат']);
  expect(entries('аскар ва хилофат')).toEqual(['аскар', 'хилофат']);
});

describe('group names', () => {
  const groups = aGroupLexicon(`
- { id: isil, gloss: Islamic State, reference: QDe.115,
    names: { tajik: [ДИИШ], uzbek: [ИШИД], russian: [ИГИЛ, ИГИЛ-Хорасан, { name: ИГ, strict: true, is: fixed }] } }
`);
  test.each([
    ['ИГИЛга', 'uz-Cyrl'],
    ['ИГИЛро', 'tg'],
    ['игила', 'tg'],
    ['ДИИШга', 'uz-Cyrl'],
    ['ИГИЛ-Хорасан', 'ru'],
    ['ИГ', 'ru'],
  ] as const)('%s is known in %s', (text, tag) => {
    expect(evidence(text, groups, [tag]).hits.map((hit) => hit.entry)).toEqual(['isil']);
  });
  test('a name that is written alike in two languages is one in each', () => {
    const { hits } = evidence('ИГИЛ', groups, ['tg', 'ru']);
    expect(hits.map(({ language }) => language).sort()).toEqual(['russian', 'tajik']);
  });
  test.each([
    ['иго', 'ru'],
    ['IG', 'ru-Latn'],
    ['ишида', 'uz-Cyrl'],
  ] as const)('%s is not, in %s', (text, tag) => {
    expect(evidence(text, groups, [tag]).hits).toEqual([]);
  });
});

test('a compound with room in it does not reach across a comma', () => {
  const uzbek = aLexicon('uzbek', 'entries:\n  - { lemma: пул юбормоқ, role: pay, gloss: send money }');
  const found = (text: string): number => evidence(text, uzbek, ['uz-Cyrl']).hits.length;
  expect(found('пул тез юборинг')).toBe(1);
  expect(found('менда пул, расм юборинг')).toBe(0);
});

test('what stands between the words of a phrase is near it, too', () => {
  const fight = aLexicon(
    'tajik',
    `
verbs:
  - { infinitive: ҷангидан, present: [ҷанг] }
entries:
  - { lemma: "=бо … ҷангидан", role: act-fight, gloss: fight with, notWhen: { near: [кофир] } }
`,
  );
  const found = (text: string): number => evidence(text, fight, ['tg']).hits.length;
  expect(found('бо гурӯҳ меҷангем')).toBe(1);
  expect(found('бо гурӯҳи кофирон меҷангем')).toBe(0);
});

test('a verb does not take a word from behind a comma', () => {
  const come = aLexicon(
    'tajik',
    `
verbs:
  - { infinitive: омадан, present: [биё], imperative: [биё] }
entries:
  - { lemma: "омадан =ба", role: act-travel, gloss: come to, gap: 0 }
`,
  );
  const found = (text: string): number => evidence(text, come, ['tg']).hits.length;
  expect(found('биёед ба кор')).toBe(1);
  expect(found('биёед, ба кор равем')).toBe(0);
});
