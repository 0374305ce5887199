import { describe, expect, test } from '@jest/globals';
import type { OurTag } from '../../../src/assess/assessment.js';
import { compileLexicon } from '../../../src/assess/keywords/compile-lexicon.js';
import { lexiconFileSchema } from '../../../src/packs/format/lexicon.js';
import { patternsFileSchema } from '../../../src/packs/format/patterns.js';
import { aLexicon, evidence } from './a-lexicon.js';

const PATTERNS = `
- { id: join, category: join, construction: imperative, weight: 5, gloss: "{1} {2}", window: 7, unless: [{ role: if }],
    needs: [{ role: act-join, mood: [imperative, exhortative] }, { role: group }] }
- { id: must, category: join, construction: obligation, weight: 4, gloss: "must {1} {2}",
    needs: [{ role: act-join, mood: [infinitive, optative] }, { role: group }, { role: must }] }
- { id: why-not, category: join, construction: invitation, weight: 4, gloss: "why {1} {2}",
    needs: [{ role: act-join, negated: true, person: 2 }, { role: group }, { role: why }] }
- { id: wont-you, category: join, construction: invitation, question: true, weight: 4, gloss: "will you {1} {2}?",
    needs: [{ role: act-join, negated: true, person: 2 }, { role: group }] }
- { id: we, category: join, construction: declaration, weight: 3, gloss: "we {1} {2}",
    needs: [{ role: act-join, mood: indicative, person: 1 }, { role: group }] }
- { id: write, category: join, construction: invitation, weight: 4, gloss: "{1} {2}, {3}", adjacent: true, window: 12,
    needs: [{ role: act-join }, { role: group }, { role: contact, mood: imperative }] }
`;

const russian = aLexicon(
  'russian',
  `
verbs: [{ infinitive: писать, present: [пишу, пишут], imperative: пиши }]
entries:
  - { lemma: вступать, also: [вступить], role: act-join, gloss: join }
  - { lemma: ИГИЛ, role: group, gloss: IS }
  - { lemma: =надо, role: must, gloss: must }
  - { lemma: =почему, role: why, gloss: why }
  - { lemma: =если, role: if, gloss: if }
  - { lemma: писать, role: contact, gloss: write to me }
`,
  PATTERNS,
);
const tajik = aLexicon(
  'tajik',
  `
verbs: [{ infinitive: шудан, present: шав }]
entries:
  - { lemma: ҳамроҳ шудан, role: act-join, gloss: join }
  - { lemma: ДИИШ, role: group, gloss: IS }
  - { lemma: =бояд, role: must, gloss: must }
  - { lemma: =чаро, role: why, gloss: why }
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
  - { lemma: =нега, role: why, gloss: why }
`,
  PATTERNS,
);
const LEXICONS = { tajik, uzbek, russian };
const TAGS: Record<keyof typeof LEXICONS, readonly OurTag[]> = {
  tajik: ['tg', 'tg-Latn'],
  uzbek: ['uz-Latn', 'uz-Cyrl'],
  russian: ['ru', 'ru-Latn'],
};

function patternsOf(language: keyof typeof LEXICONS, text: string): readonly string[] {
  const { patterns } = evidence(text, LEXICONS[language], TAGS[language]);
  return patterns.map((hit) => `${hit.pattern} ${hit.polarity}: ${hit.gloss}`);
}

describe('a call is found in its constructions', () => {
  test.each([
    ['russian', 'Вступайте в ИГИЛ!', 'join for: join IS'],
    ['russian', 'надо вступать в ИГИЛ', 'must for: must join IS'],
    ['russian', 'почему вы не вступаете в ИГИЛ?', 'why-not for: why NOT join IS'],
    ['russian', 'мы вступаем в ИГИЛ', 'we for: we join IS'],
    ['russian', 'если ты мужчина, вступай в ИГИЛ', 'join for: join IS'],
    ['tajik', 'Ба ДИИШ ҳамроҳ шавед!', 'join for: join IS'],
    ['tajik', 'ҳамроҳ шав ба ДИИШ', 'join for: join IS'],
    ['tajik', 'Ба ДИИШ ҳамроҳ шавем', 'join for: join IS'],
    ['tajik', 'бояд ба ДИИШ ҳамроҳ шуд', undefined],
    ['tajik', 'чаро ба ДИИШ ҳамроҳ намешавед?', 'why-not for: why NOT join IS'],
    ['uzbek', 'ИШИДга қўшилинглар', 'join for: join IS'],
    ['uzbek', 'ISHIDga qoshilaylik', 'join for: join IS'],
    ['uzbek', 'ИШИДга қўшилишимиз керак', 'must for: must join IS'],
    ['uzbek', 'нега ИШИДга қўшилмайсиз', 'why-not for: why NOT join IS'],
    ['tajik', 'ба ДИИШ ҳамроҳ намешавед?', 'wont-you for: will you NOT join IS?'],
    ['tajik', 'ба ДИИШ ҳамроҳ намешавед.', undefined],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(patternsOf(language, text)).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('a negated act is spoken against, and scores nothing', () => {
  test.each([
    ['russian', 'Не вступайте в ИГИЛ!'],
    ['russian', 'не надо вступать в ИГИЛ'],
    ['tajik', 'Ба ДИИШ ҳамроҳ нашавед'],
    ['uzbek', 'ИШИДга қўшилманглар'],
    ['uzbek', 'ISHIDga qoʻshilmang'],
  ] as const)('%s: %s', (language, text) => {
    const [hit] = evidence(text, LEXICONS[language], TAGS[language]).patterns;
    expect(hit?.polarity).toBe('against');
    expect(hit?.weight).toBe(0);
    expect(hit?.gloss).toContain('NOT');
  });
});

describe('a group belongs to the act that is denied in its clause', () => {
  test.each([
    ['tajik', 'Ба ДИИШ ҳамроҳ нашавед, ба мо ҳамроҳ шавед', []],
    ['tajik', 'Ба ДИИШ ҳамроҳ нашавед ба мо ҳамроҳ шавед', []],
    ['russian', 'не вступайте в ИГИЛ, вступайте в клуб', []],
    ['russian', 'не ходите, вступайте в ИГИЛ', ['join for: join IS']],
    ['tajik', 'Ба мо ҳамроҳ нашавед, ба ДИИШ ҳамроҳ шавед', ['join for: join IS']],
    ['uzbek', 'ИШИДга қўшилманг, бизга қўшилинг', []],
    ['uzbek', 'ИШИДга қўшилмайман, бизга қўшилинг', []],
    // Who else did not join denies the reader nothing.
    ['uzbek', 'ИШИДга ҳали улар қўшилмади, қўшилинг', ['join for: join IS']],
    // Nor does a condition.
    ['uzbek', 'ИШИДга улар қўшилмаса сиз қўшилинг', ['join for: join IS']],
  ] as const)('%s: %s', (language, text, calls) => {
    expect(patternsOf(language, text).filter((pattern) => pattern.includes(' for'))).toEqual(calls);
  });
});

describe('news, single words and far words make no call', () => {
  test.each([
    ['russian', 'он вступил в ИГИЛ в 2015 году'],
    ['russian', 'вступайте в наш клуб'],
    ['russian', 'ИГИЛ'],
    ['russian', 'если вступите в ИГИЛ, сядете'],
    ['russian', 'вступайте в клуб любителей старого советского кино и новых сериалов, а про ИГИЛ забудьте'],
    ['russian', 'вступайте в клуб. ИГИЛ разбит'],
    ['tajik', 'ӯ ба ДИИШ ҳамроҳ шуд'],
    ['tajik', 'онҳо ба ДИИШ ҳамроҳ шудаанд'],
    ['uzbek', 'у ИШИДга қўшилган'],
    ['uzbek', 'ИШИДга қўшилди'],
  ] as const)('%s: %s', (language, text) => {
    expect(patternsOf(language, text).filter((pattern) => pattern.includes(' for'))).toEqual([]);
  });
});

describe('a sentence in two languages', () => {
  const head = { source: 'test', licence: 'MIT' };
  const words = (language: string, entries: readonly [string, string][]) =>
    lexiconFileSchema.parse({
      ...head,
      language,
      entries: entries.map(([lemma, role]) => ({ lemma, role, gloss: lemma })),
    });
  const mixed = compileLexicon({
    lexicons: [
      words('uzbek', [
        ['қўшилмоқ', 'act-join'],
        ['=керак', 'must'],
      ]),
      words('russian', [
        ['моджахед', 'fighter'],
        ['=надо', 'must'],
      ]),
    ],
    groups: [],
    patterns: patternsFileSchema.parse({
      patterns: [
        {
          id: 'must',
          category: 'join',
          construction: 'obligation',
          gloss: '{1} {2}',
          needs: [{ role: 'act-join' }, { role: 'fighter' }, { role: 'must' }],
        },
      ],
    }).patterns,
  });
  test('may name the group in the other', () => {
    expect(evidence('моджахедам қўшилиш керак', mixed, ['uz-Cyrl', 'ru']).patterns).toHaveLength(1);
  });
  test('takes its modal from the language of its act', () => {
    expect(evidence('моджахедам қўшилиш надо', mixed, ['uz-Cyrl', 'ru']).patterns).toHaveLength(0);
  });
});

test('two phrases may share a word when each has one of its own', () => {
  const lexicon = aLexicon(
    'russian',
    `
entries:
  - { lemma: становиться воином, role: act-join, gloss: become a warrior }
  - { lemma: воин халифата, role: group, gloss: caliphate }
`,
    PATTERNS,
  );
  expect(evidence('становись воином халифата', lexicon, ['ru']).patterns).toHaveLength(1);
  expect(evidence('становись воином', lexicon, ['ru']).patterns).toHaveLength(0);
});

test('a pattern that may reach into the next sentence weighs half there', () => {
  const near = evidence('вступил в ИГИЛ, пиши мне', russian, ['ru']).patterns[0];
  const apart = evidence('вступил в ИГИЛ. пиши мне', russian, ['ru']).patterns[0];
  expect(near?.weight).toBe(4);
  expect(apart?.weight).toBe(2);
});

test('a call is counted once, by the weightiest pattern that sees it', () => {
  expect(patternsOf('russian', 'вступайте в ИГИЛ, пиши')).toEqual(['join for: join IS']);
});

test('one call among many warnings is found', () => {
  const text = `${'не вступайте в ИГИЛ. '.repeat(60)}вступайте в ИГИЛ`;
  expect(patternsOf('russian', text).filter((pattern) => pattern.startsWith('join for'))).toHaveLength(1);
});

test('the offsets of a hit are token positions', () => {
  const [hit] = evidence('братья, вступайте скорее в ИГИЛ', russian, ['ru']).patterns;
  expect([hit?.first, hit?.last]).toEqual([1, 5]);
});
