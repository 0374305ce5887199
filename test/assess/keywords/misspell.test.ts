import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { misspell } from '../../../src/assess/keywords/misspell.js';
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
        russian: [Исламское государство], tajik: [=Давлати исломӣ], uzbek: [Ислом давлати, Хилофат] } }
    - { id: khorasan, gloss: Khorasan, reference: QDe.161, names: { russian: [Вилаят Хорасан], tajik: [Вилояти Хуросон] } }
  `);
  const named = (text: string, tag: 'ru' | 'tg' | 'uz-Cyrl' | 'uz-Latn') =>
    evidence(text, lexicon, [tag]).hits.map(({ entry }) => entry);

  test.each([
    ['Поедем в исламкое государство', 'ru', 'isil'],
    ['в Исламское госудраство', 'ru', 'isil'],
    ['из вилаята Харасан', 'ru', 'khorasan'],
    ['ба Давлти исломӣ', 'tg', 'isil'],
    ['ба вилояти Хурсон', 'tg', 'khorasan'],
    ['Ислом давлтига', 'uz-Cyrl', 'isil'],
    ['Islom davltiga', 'uz-Latn', 'isil'],
  ] as const)('of several words is known with a slip in one of them: «%s»', (text, tag, group) => {
    expect(named(text, tag)).toContain(group);
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
