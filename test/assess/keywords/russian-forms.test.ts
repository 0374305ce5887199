import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence, formOf } from './a-lexicon.js';

const lexicon = aLexicon(
  'russian',
  `
verbs:
  - { infinitive: идти, present: [иду, идут], imperative: иди, past: [шел, шла, шло, шли] }
  - { infinitive: резать, present: [режу, режут], imperative: режь }
  - { infinitive: бить, present: [бью, бьют], imperative: бей }
  - { infinitive: убить, present: [убью, убьют], imperative: убей }
  - { infinitive: сжечь, present: [сожгу, сожгут], imperative: сожги, past: [сжег, сожгла, сожгли] }
  - { infinitive: давать, present: [даю, дают], imperative: давай }
entries:
  - { lemma: сжечь, role: violence, gloss: burn }
  - { lemma: давать, role: pay, gloss: give }
  - { lemma: вступать, also: [вступить], role: act-join, gloss: join }
  - { lemma: присоединяться, also: [присоединиться], role: act-join, gloss: join }
  - { lemma: жертвовать, also: [пожертвовать], role: pay, gloss: donate }
  - { lemma: идти, role: act-travel, gloss: go }
  - { lemma: резать, role: violence, gloss: slaughter }
  - { lemma: бить, role: violence, gloss: beat }
  - { lemma: убить, role: violence, gloss: kill }
  - { lemma: давайте|давай, is: fixed, role: come-on, gloss: let us }
  - { lemma: жертва, role: target, gloss: victim }
  - { lemma: исламское государство, role: group, gloss: Islamic State }
  - { lemma: ИГИЛ, role: group, gloss: Islamic State }
  - { lemma: моджахед, role: fighter, gloss: mujahid }
  - { lemma: теракт, role: attack, gloss: attack }
  - { lemma: новость, role: material, gloss: news }
  - { lemma: совершить хиджру, role: act-travel, gloss: make hijra, order: any }
`,
);
const form = (text: string): string | undefined => formOf(text, lexicon, ['ru']);

describe('Russian verbs say what they ask', () => {
  test.each([
    ['сожгло', 'indicative past'],
    ['даёшь', 'indicative 2 present'],
    ['даиш', undefined],
    ['вступаиш', 'indicative 2 present'],
    ['вступай', 'imperative 2'],
    ['вступайте', 'imperative 2'],
    ['вступи', 'imperative 2'],
    ['вступите', 'imperative 2'],
    ['вступать', 'infinitive'],
    ['вступить', 'infinitive'],
    ['вступаем', 'indicative 1 present'],
    ['вступаете', 'indicative 2 present'],
    ['вступлю', 'indicative 1 present'],
    ['вступят', 'indicative 3 present'],
    ['вступил', 'indicative past'],
    ['вступали', 'indicative past'],
    ['вступивший', 'nominal past'],
    ['вступающих', 'nominal present'],
    ['присоединяйся', 'imperative 2'],
    ['присоединяйтесь', 'imperative 2'],
    ['присоединись', 'imperative 2'],
    ['присоединяюсь', 'indicative 1 present'],
    ['присоединилась', 'indicative past'],
    ['присоединяться', 'infinitive'],
    ['жертвуйте', 'imperative 2'],
    ['жертвуем', 'indicative 1 present'],
    ['пожертвовал', 'indicative past'],
    ['иди', 'imperative 2'],
    ['идёмте', 'exhortative 1'],
    ['шли', 'indicative past'],
    ['режьте', 'imperative 2'],
    ['бей', 'imperative 2'],
    ['били', 'indicative past'],
    ['убей', 'imperative 2'],
    ['убейте', 'imperative 2'],
    ['убьём', 'indicative 1 present'],
    ['совершите с семьёй хиджру', 'imperative 2'],
    ['хиджру совершите', 'imperative 2'],
    ['будем вступать', 'indicative 1 future'],
    ['вступит', 'indicative 3 present'],
    ['вступить', 'infinitive'],
    ['надо вступит', 'infinitive'],
    ['жертвуя', 'unknown present'],
    ['вступаишь', 'indicative 2 present'],
    ['вступайти', 'imperative 2'],
  ])('%s is %s', (text, expected) => expect(form(text)).toBe(expected));
});

describe('the subject of a Russian past form tells its person', () => {
  test.each([
    ['я вступил', 'indicative 1 past'],
    ['мы вчера вступили', 'indicative 1 past'],
    ['почему ты ещё не вступил', 'NEG indicative 2 past'],
    ['они вступили', 'indicative 3 past'],
    ['он сказал мне, вступили', 'indicative past'],
    ['я видел, как они вступили', 'indicative 3 past'],
    ['ya vstupil', 'indicative 1 past'],
  ])('%s is %s', (text, expected) => expect(formOf(text, lexicon, ['ru', 'ru-Latn'])).toBe(expected));
});

test('a phrase that holds its «не» is not negated by it', () => {
  const withNot = aLexicon('russian', 'entries: [{ lemma: "не скрыться|уйти", role: threat, gloss: cannot hide }]');
  expect(formOf('вам не скрыться', withNot, ['ru'])).toBe('infinitive');
});

describe('a Russian passive tells who is meant to suffer it', () => {
  test.each([
    ['убит', 'indicative 3 past'],
    ['были пожертвованы', 'indicative 3 past'],
    ['будут убиты', 'indicative 3 future'],
    ['не будут убиты', 'NEG indicative 3 future'],
    ['будут найдены и убиты', 'indicative 3 future'],
    ['они и убиты', 'indicative 3 past'],
    ['должны быть убиты', 'infinitive'],
    ['деньги пожертвованы', 'indicative 3 past'],
  ])('%s is %s', (text, expected) => expect(form(text)).toBe(expected));

  test('a short stem gives none: бита is a bat', () => expect(form('бита')).toBeUndefined());
});

describe('a Russian wish has a word of its own in the clause', () => {
  test.each([
    ['пусть братья вступят', 'optative 3 future'],
    ['пусть не вступят', 'NEG optative 3 future'],
    ['хочу, чтобы вступил каждый', 'optative 3 future'],
    ['вот бы ты вступил', 'optative 2 future'],
    ['вступили бы', 'optative 3 future'],
    ['я просил, чтобы мама пришла, и вступил', 'indicative past'],
    ['пусть знают, вступят', 'indicative 3 present'],
  ])('%s is %s', (text, expected) => expect(formOf(text, lexicon, ['ru'])).toBe(expected));
});

test('who names himself behind a comma speaks of himself', () => {
  expect(form('Мы, братья из села, вчера вступили')).toBe('indicative 1 past');
  expect(form('Он, брат из села, вчера вступил')).toBe('indicative past');
});

describe('«не» and «ни» deny names, once', () => {
  const denied = (text: string): readonly boolean[] =>
    evidence(text, lexicon, ['ru']).hits.map(({ grammar }) => grammar.negated);
  test('a name of two words is denied as a whole', () => {
    expect(denied('не исламскому государству')).toEqual([true]);
  });
  test('«ни» repeats a «не» before it', () => {
    expect(denied('не убил ни жертву')).toEqual([true, false]);
    expect(denied('ни жертвы')).toEqual([true]);
  });
});

describe('Russian negation is a word right before', () => {
  test.each([
    ['не вступайте', 'NEG imperative 2'],
    ['Не вступай!', 'NEG imperative 2'],
    ['не присоединяйтесь', 'NEG imperative 2'],
    ['не вступил', 'NEG indicative past'],
    ['не будем вступать', 'NEG indicative 1 future'],
    ['ne vstupayte', 'NEG imperative 2'],
  ])('%s is %s', (text, expected) => expect(formOf(text, lexicon, ['ru', 'ru-Latn'])).toBe(expected));
});

test('«давайте» makes a call of a plain form', () => {
  const hit = evidence('давайте вступать', lexicon, ['ru']).hits.find(({ role }) => role === 'act-join');
  expect(hit?.grammar.mood).toBe('exhortative');
});

describe('Russian nouns are found in every case', () => {
  test.each([
    'моджахеды',
    'моджахедов',
    'моджахедами',
    'исламскому государству',
    'Исламского государства',
    'ИГИЛ',
    'ИГИЛа',
    'терактами',
    'новостями',
    'modzhakhedov',
    'igil',
  ])('%s', (text) => expect(evidence(text, lexicon, ['ru', 'ru-Latn']).hits).toHaveLength(1));
});

describe('ordinary Russian words are left alone', () => {
  test.each([
    'интерактив',
    'вступление',
    'идея',
    'игла',
    'убирайте',
    'государство',
    'терапия',
    'жертвенник',
    'речь',
    'быть',
    'былые',
  ])('%s', (text) => expect(evidence(text, lexicon, ['ru']).hits).toEqual([]));

  test('жертва is no form of жертвовать', () => {
    expect(evidence('жертвы', lexicon, ['ru']).hits.map((hit) => hit.role)).toEqual(['target']);
  });
});

describe('nouns that lose a vowel', () => {
  const nouns = aLexicon(
    'russian',
    `
entries:
  - { lemma: боец, role: fighter, gloss: fighter }
  - { lemma: рынок, role: target, gloss: market }
`,
  );

  test.each(['боец', 'бойца', 'бойцом', 'бойцы', 'бойцами', 'рынок', 'рынка', 'рынки', 'boitsom'])(
    '«%s» is found',
    (text) => {
      expect(evidence(text, nouns, ['ru']).hits).toHaveLength(1);
    },
  );

  test.each(['бойцовский', 'рынк', 'бойц', 'рыночный'])('«%s» is another word', (text) => {
    expect(evidence(text, nouns, ['ru']).hits).toEqual([]);
  });
});

describe('a future that holds the «не» of a cue', () => {
  const refusing = aLexicon(
    'russian',
    `
entries:
  - { lemma: вступать, also: [вступить], role: act-join, gloss: join }
  - { lemma: ИГИЛ, role: group, gloss: Islamic State }
cues:
  - { words: "=не =буду", kind: negation, side: before, reach: 7, flips: true, gloss: shall not }
`,
  );

  test.each([
    ['Я не буду вступать в ИГИЛ.', 'NEG indicative 1 future'],
    ['Я не буду больше вступать в ИГИЛ.', 'NEG infinitive'],
    ['Я буду вступать в ИГИЛ.', 'indicative 1 future'],
  ])('is denied once: «%s»', (text, form) => {
    expect(formOf(text, refusing, ['ru'])).toBe(form);
  });
});
