import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { misspell } from '../../../src/assess/keywords/misspell.js';
import { readPack } from '../../../src/packs/read-pack.js';
import { SHIPPED_PACK } from '../shipped-pack.js';
import { aGroupLexicon, evidence } from './a-lexicon.js';

describe('slips in a word', () => {
  it('are a letter left out, two that changed places, and a vowel that sounds like another', () => {
    expect(misspell('исламск')).toEqual(expect.arrayContaining(['исламк', 'исалмск', 'исломск']));
    expect(misspell('хорасан')).toEqual(expect.arrayContaining(['харасан', 'хурасан', 'хоросан']));
  });

  it('are not told of short words', () => {
    expect(misspell('имам')).toEqual([]);
  });

  it('leave the first letter and the last where they are, and are never the word itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, maxLength: 12, unit: fc.constantFrom(...'абвгдеиоу') }), (word) => {
        for (const slip of misspell(word)) {
          expect(slip).not.toBe(word);
          expect([slip[0], slip.at(-1)]).toEqual([word[0], word.at(-1)]);
          expect(word.length - slip.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the name of a group', () => {
  const lexicon = aGroupLexicon(`
    - { id: isil, gloss: Islamic State, reference: QDe.115, names: {
        russian: [Исламское государство], tajik: [Давлати исломӣ], uzbek: [Ислом давлати, Исломий давлат, Хилофат] } }
    - { id: imu, gloss: IMU, reference: QDe.010, names: { uzbek: [Ўзбекистон исломий ҳаракати] } }
    - { id: khorasan, gloss: Khorasan, reference: QDe.161, names: { russian: [Вилаят Хорасан], tajik: [Вилояти Хуросон] } }
  `);
  const named = (text: string, tag: 'ru' | 'tg' | 'uz-Cyrl' | 'uz-Latn') =>
    evidence(text, lexicon, [tag]).hits.map(({ entry }) => entry);

  test.each([
    ['Поедем в исламкое государство', 'ru', 'isil'],
    ['в Исламское госудраство', 'ru', 'isil'],
    ['из вилаята Харасан', 'ru', 'khorasan'],
    ['ба вилояти Хурсон', 'tg', 'khorasan'],
    ['Ўзбекистн исломий ҳаракатига', 'uz-Cyrl', 'imu'],
    ['Oʻzbekistn islomiy harakatiga', 'uz-Latn', 'imu'],
  ] as const)('of several words is known with a slip in one of them: «%s»', (text, tag, group) => {
    expect(named(text, tag)).toContain(group);
  });

  const { lexicon: shipped } = readPack(SHIPPED_PACK).parts;

  test.each([
    ['Даъвати исломро ба ҳама расонед', 'tg'],
    ['исломий даъват учун каналимиз', 'uz-Cyrl'],
    ['islom daʼvatiga pul yigʻamiz', 'uz-Latn'],
    ['Имом Бухорий котибаси билан боғланинг', 'uz-Cyrl'],
  ] as const)('that the pack ships is not known by what people say, a letter away: «%s»', (text, tag) => {
    expect(evidence(text, shipped, [tag]).hits.filter(({ role }) => role === 'group')).toEqual([]);
  });

  it('is not known by a slip that is another word of the lexicon', () => {
    const both = aGroupLexicon(`
      - { id: khorasan, gloss: K, reference: QDe.161, names: { russian: [Вилаят Хорасан] } }
      - { id: another, gloss: A, reference: QDe.004, names: { russian: [Харасан] } }
    `);
    expect(evidence('вилаят Харасан', both, ['ru']).hits.map(({ entry }) => entry)).toEqual(['another']);
  });

  it('is known as it is written where it must be', () => {
    const strict = aGroupLexicon(`
      - { id: isil, gloss: IS, reference: QDe.115, names: { russian: [{ name: Исламское государство, strict: true }, =Хорасанский =вилаят] } }
    `);
    for (const text of ['исламкое государство', 'харасанский вилаят'])
      expect(evidence(text, strict, ['ru']).hits).toEqual([]);
  });

  test.each([
    ['в исламкое госудраство', 'ru'],
    ['госудраство', 'ru'],
    ['харасан', 'ru'],
    ['Хилфатга', 'uz-Cyrl'],
  ] as const)('is not known with a slip in every word, nor by a slip alone: «%s»', (text, tag) => {
    expect(named(text, tag)).toEqual([]);
  });
});
