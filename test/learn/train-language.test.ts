import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from '../../src/assess/language/detect.js';
import { readLanguageModel } from '../../src/assess/language/language-model.js';
import { normalise } from '../../src/assess/text/normalise.js';
import type { LabelledText } from '../../src/learn/language-corpus.js';
import { splitLanguageTexts } from '../../src/learn/language-split.js';
import { cutWindows } from '../../src/learn/language-windows.js';
import { LANGUAGE_TRAINING, trainLanguageModel } from '../../src/learn/train-language.js';

const SENTENCES: readonly (readonly [string, string])[] = [
  ['tgk', 'Ман дар хона китоб мехонам ва ба шаҳр намеравам'],
  ['tgk', 'Онҳо дирӯз аз кор омаданд'],
  ['uzb', 'Men uyda kitob oʻqiyman va shaharga bormayman'],
  ['uzb', 'Ular kecha ishdan kelishdi'],
  ['rus', 'Я дома читаю книгу и в город не поеду'],
  ['rus', 'Они вчера пришли с работы'],
  ['eng', 'I am reading a book at home and will not go to town'],
  ['bul', 'Аз чета книга вкъщи и няма да ходя в града'],
];
const TEXTS: readonly LabelledText[] = SENTENCES.map(([language, text]) => ({ language, source: 'test', text }));
const QUICK = { ...LANGUAGE_TRAINING, epochs: 2, windows: 40, bucketBits: 10 };

describe('training', () => {
  it('gives the same bytes for the same texts', () => {
    expect(trainLanguageModel(TEXTS, QUICK)).toEqual(trainLanguageModel(TEXTS, QUICK));
  });

  it('gives a model that knows what it was shown, in each way of writing', () => {
    const model = readLanguageModel(trainLanguageModel(TEXTS, QUICK));
    const first = (text: string): string => detectLanguage(normalise(text), model)[0]?.tag ?? '';
    expect(first('ман дар хона китоб мехонам')).toBe('tg');
    expect(first('men uyda kitob oqiyman')).toBe('uz-Latn');
    expect(first('мен уйда китоб укийман')).toBe('uz-Cyrl');
    expect(first('ya doma chitayu knigu')).toBe('ru-Latn');
    expect(first('i am reading a book')).toBe('en');
  });
});

describe('the development split', () => {
  const texts: readonly LabelledText[] = [
    ...Array.from({ length: 10 }, (_, index) => ({ language: 'tgk', source: 'news', text: `т${index}` })),
    ...Array.from({ length: 5 }, (_, index) => ({ language: 'tgk', source: 'didbon', text: `д${index}` })),
    ...['aar', 'abk', 'ace', 'tat', 'acu', 'ada'].map((language) => ({ language, source: 'udhr', text: language })),
    ...['ady', 'afr', 'agr', 'aii', 'ajg', 'als'].map((language) => ({ language, source: 'udhr', text: language })),
  ];
  const split = splitLanguageTexts(texts);

  it('keeps back the last fifth of a source, in order', () => {
    expect(split.held.map(({ text }) => text)).toEqual(['т8', 'т9']);
  });

  it('learns from all phrases written here, and measures on none', () => {
    expect(split.learnt.filter(({ source }) => source === 'didbon')).toHaveLength(5);
  });

  it('keeps whole languages back, but none that has a class of its own', () => {
    expect(split.unseen.map(({ language }) => language)).toEqual(['als']);
    expect(split.learnt.some(({ language }) => language === 'tat')).toBe(true);
  });

  it('puts no text on both sides', () => {
    const kept = new Set([...split.held, ...split.unseen]);
    expect(split.learnt.some((text) => kept.has(text))).toBe(false);
    expect(split.learnt.length + kept.size).toBe(texts.length);
  });
});

describe('windows', () => {
  const text: LabelledText = { language: 'uzb', source: 'test', text: 'Oʻzbek, qishloq bozor!' };

  it('lie beside each other and leave a short rest out', () => {
    expect(cutWindows([{ ...text, language: 'eng', text: 'One two, three. Four five' }], 2, 'standard')).toEqual([
      { text: 'one two', gold: 'other', tag: undefined },
      { text: 'three four', gold: 'other', tag: undefined },
    ]);
  });

  it('spell Uzbek in both scripts as chat does', () => {
    expect(cutWindows([text], 3, 'chat').map((window) => window.text)).toEqual([
      'ozbek qishloq bozor',
      'узбек кишлок бозор',
    ]);
  });
});
