import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence, formOf } from './a-lexicon.js';

const lexicon = aLexicon(
  'tajik',
  `
verbs:
  - { infinitive: кардан, present: кун }
  - { infinitive: шудан, present: шав }
  - { infinitive: додан, present: [диҳ, деҳ] }
  - { infinitive: рафтан, present: рав }
  - { infinitive: омадан, present: [ой], imperative: биё }
  - { infinitive: даромадан, present: [дарой] }
  - { infinitive: куштан, present: куш }
  - { infinitive: ёфтан, present: ёб }
entries:
  - { lemma: рафтан, role: act-travel, gloss: go }
  - { lemma: омадан, role: act-travel, gloss: come }
  - { lemma: ёфтан, role: threat, gloss: find }
  - { lemma: даромадан, role: act-join, gloss: enter }
  - { lemma: куштан, role: violence, gloss: kill, strict: true }
  - { lemma: ҳамроҳ шудан, role: act-join, gloss: join }
  - { lemma: байъат кардан, also: [байъат додан], role: pledge, gloss: pledge }
  - { lemma: муҷоҳид, also: [муҷоҳидин], role: fighter, gloss: mujahid }
  - { lemma: ҷиҳод, role: ideology, gloss: jihad }
  - { lemma: халифа, role: leader, gloss: caliph }
  - { lemma: давлати исломӣ, role: group, gloss: Islamic State }
`,
);
const form = (text: string): string | undefined => formOf(text, lexicon, ['tg']);

describe('Tajik verbs say what they ask, by both stems', () => {
  test.each([
    ['рав', 'imperative 2'],
    ['бирав', 'imperative 2'],
    ['равед', 'imperative 2'],
    ['биравед', 'imperative 2'],
    ['раветон', 'imperative 2'],
    ['равем', 'exhortative 1'],
    ['биравем', 'exhortative 1'],
    ['равам', 'optative 1'],
    ['равӣ', 'optative 2'],
    ['равад', 'optative 3'],
    ['раванд', 'optative 3'],
    ['меравам', 'indicative 1 present'],
    ['меравед', 'indicative 2 present'],
    ['мераванд', 'indicative 3 present'],
    ['мерава', 'indicative 3 present'],
    ['мера', 'indicative 3 present'],
    ['мерем', 'indicative 1 present'],
    ['рава', 'optative 3'],
    ['равен', 'imperative 2'],
    ['рафт', 'indicative 3 past'],
    ['рафтам', 'indicative 1 past'],
    ['рафтед', 'indicative 2 past'],
    ['рафтанд', 'indicative 3 past'],
    ['мерафтанд', 'indicative 3 past'],
    ['рафтааст', 'indicative 3 past'],
    ['рафтаанд', 'indicative 3 past'],
    ['рафтан', 'infinitive'],
    ['рафтанро', 'infinitive'],
    ['рафтани', 'infinitive'],
    ['рафтанист', 'nominal future'],
    ['меёбад', 'indicative 3 present'],
    ['наёбед', 'NEG imperative 2'],
    ['рафта', 'nominal past'],
    ['биёед', 'imperative 2'],
    ['меояд', 'indicative 3 present'],
    ['оянд', 'optative 3'],
    ['дароед', 'imperative 2'],
    ['дармеоянд', 'indicative 3 present'],
    ['кушедашон', 'imperative 2'],
    ['ҳамроҳ шавед', 'imperative 2'],
    ['ҳамроҳи мо шавед', 'imperative 2'],
    ['ҳамроҳ мешавем', 'indicative 1 present'],
    ['ҳамроҳ мешем', 'indicative 1 present'],
    ['ҳамроҳ намешӣ', 'NEG indicative 2 present'],
    ['байъат кунем', 'exhortative 1'],
    ['байъати худро диҳед', 'imperative 2'],
    ['байъат кардан', 'infinitive'],
    ['ҳамроҳ хоҳем шуд', 'indicative 1 future'],
    ['хоҳам рафт', 'indicative 1 future'],
  ])('%s is %s', (text, expected) => expect(form(text)).toBe(expected));
});

describe('Tajik prohibitions are negated', () => {
  test.each([
    ['нарав', 'NEG imperative 2'],
    ['наравед', 'NEG imperative 2'],
    ['маравед', 'NEG imperative 2'],
    ['наравем', 'NEG exhortative 1'],
    ['намеравам', 'NEG indicative 1 present'],
    ['намеравед', 'NEG indicative 2 present'],
    ['нарафт', 'NEG indicative 3 past'],
    ['нарафтан', 'NEG infinitive'],
    ['наёед', 'NEG imperative 2'],
    ['дарнаоед', 'NEG imperative 2'],
    ['ҳамроҳ нашавед', 'NEG imperative 2'],
    ['байъат накунед', 'NEG imperative 2'],
    ['ҳамроҳ нахоҳем шуд', 'NEG indicative 1 future'],
  ])('%s is %s', (text, expected) => expect(form(text)).toBe(expected));
});

describe('Tajik nouns are found with what attaches', () => {
  test.each([
    'муҷоҳидон',
    'муҷоҳидонро',
    'муҷоҳидонра',
    'муҷоҳиди',
    'муҷоҳидҳоямон',
    'муҷоҳидинро',
    'муҷоҳидаш',
    'муҷоҳидонанд',
    'халифагон',
    'халифаи мусалмонон',
    'халифаамон',
    'ҷиҳодро',
    'ҷиҳодра',
    'ҷиҳодба',
    'ҷиҳоду ҳиҷрат',
    'давлати исломиро',
    'давлати исломӣ',
  ])('%s', (text) => expect(evidence(text, lexicon, ['tg']).hits).toHaveLength(1));
});

describe('Tajik is found as people type it', () => {
  test.each([
    ['чиход', 'on a Russian keyboard'],
    ['жиҳод', 'ҷ as ж'],
    ['джихад кардан джиход', 'ҷ as дж'],
    ['jihod', 'in Latin letters'],
    ['mujohidonro', 'in Latin letters, inflected'],
    ['хамрох шавед', 'a compound on a Russian keyboard'],
    ['hamroh nashaved', 'a compound in Latin letters'],
    ['байат кунед', 'without ъ'],
    ['байъат ДИҲЕД', 'in capitals'],
  ])('%s, %s', (text) => expect(evidence(text, lexicon, ['tg', 'tg-Latn']).hits.length).toBeGreaterThan(0));
});

describe('ordinary Tajik words are left alone', () => {
  test.each([
    ['ҷиҳат', 'side, not jihad'],
    ['ҷиҳати корҳо', 'for the sake of'],
    ['ҷиҳоз', 'equipment'],
    ['кушодем', 'we opened, not we killed'],
    ['кушоед', 'open!'],
    ['кӯшед', 'strive!'],
    ['кӯшиш', 'effort'],
    ['равшан', 'bright, not go'],
    ['равиш', 'method'],
    ['халифат', 'caliphate, not caliph'],
    ['давлат', 'state alone'],
    ['исломӣ', 'Islamic alone'],
    ['ҳамроҳ', 'together, alone'],
  ])('%s: %s', (text) => expect(form(text)).toBeUndefined());
});

describe('a Tajik -ро says what something is done to', () => {
  const caseOf = (text: string): string | undefined => evidence(text, lexicon, ['tg']).hits[0]?.grammar.case;

  test.each(['халифаро', 'халифа-ро', 'давлати исломиро', 'муҷоҳидонро'])('%s', (text) => {
    expect(caseOf(text)).toBe('accusative');
  });

  test.each(['халифа', 'халифаи', 'ба халифа'])('%s does not', (text) => {
    expect(caseOf(text)).toBeUndefined();
  });
});

describe('a Tajik verb whose bare stem is a noun', () => {
  const fights = aLexicon(
    'tajik',
    `
verbs:
  - { infinitive: ҷангидан, present: [ҷанг], imperative: [биҷанг] }
  - { infinitive: шудан, present: [шав], imperative: [шав, бишав] }
entries:
  - { lemma: ҷангидан, role: act-fight, gloss: fight }
  - { lemma: шудан, role: act-join, gloss: become }
`,
  );

  test.each([
    ['биҷанг', 'imperative 2'],
    ['ҷангем', 'exhortative 1'],
    ['меҷангӣ', 'indicative 2 present'],
    ['шавӣ', 'optative 2'],
    ['шав', 'imperative 2'],
  ])('%s: %s', (text, expected) => {
    expect(formOf(text, fights, ['tg'])).toBe(expected);
  });

  test.each([['ҷанг'], ['ҷанги онҳо']])('is not read in the noun: %s', (text) => {
    expect(evidence(text, fights, ['tg']).hits).toEqual([]);
  });
});

describe('a Tajik wish that speaks in the past', () => {
  test.each([
    ['кош ҳама ба он ҷо мерафтем', 'optative 1 future'],
    ['кошки рӯзе ҳар кас ба назди онҳо мерафт', 'optative 3 future'],
    ['кош намерафт', 'NEG optative 3 future'],
    ['онҳо ба он ҷо мерафтанд', 'indicative 3 past'],
    ['кош ҳаво гарм шавад, онҳо рафтанд', 'indicative 3 past'],
  ])('%s: %s', (text, expected) => {
    expect(form(text)).toBe(expected);
  });
});

test.each([
  ['не присягайте', 'NEG unknown'],
  ['не, присягайте', 'unknown'],
  ['присягайте', 'unknown'],
])('a Russian form that Tajik lists as it is written is denied as Russian denies it: «%s»', (text, form) => {
  const borrowing = aLexicon('tajik', 'entries: [{ lemma: "=присягайте", role: pledge, gloss: pledge }]');
  expect(formOf(text, borrowing, ['tg', 'ru'])).toBe(form);
});
