import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readLanguageModel } from '../../src/assess/language/language-model.js';
import { scoreWindows } from '../../src/learn/evaluate-language.js';
import { readChatTexts } from '../../src/learn/language-texts.js';
import type { LanguageWindow } from '../../src/learn/language-windows.js';

const model = readLanguageModel(new Uint8Array(readFileSync('classifiers/models/language.bin')));

describe('the evaluation of the detector', () => {
  const windows: readonly LanguageWindow[] = [
    { text: 'ман фардо ба шаҳр меравам', gold: 'tg', tag: 'tg' },
    { text: 'завтра поеду в город', gold: 'ru', tag: 'ru' },
    { text: 'tomorrow I shall go to town', gold: 'other', tag: undefined },
    { text: 'tomorrow I shall go to town', gold: 'uz', tag: 'uz-Latn' },
  ];
  const score = scoreWindows('four messages', windows, model);

  it('counts what was right and what was not', () => {
    expect(score.groups).toEqual([
      { group: 'tg', precision: 1, recall: 1, f1: 1 },
      { group: 'uz', precision: 0, recall: 0, f1: 0 },
      { group: 'ru', precision: 1, recall: 1, f1: 1 },
      { group: 'other', precision: 0.5, recall: 1, f1: 2 / 3 },
    ]);
    expect(score.macroF1).toBeCloseTo((1 + 0 + 1 + 2 / 3) / 4);
  });

  it('looks at the classifiers of messages in our languages only', () => {
    expect(score.rightConsulted).toBeCloseTo(2 / 3);
    expect(score.classifiersPerMessage).toBeCloseTo(2 / 3);
  });
});

describe('the committed model', () => {
  it('keeps to its goals on shop reviews that it has not learnt from', async () => {
    const tags = new Map([
      ['uzl', 'uz-Latn'],
      ['uzc', 'uz-Cyrl'],
      ['rus', 'ru'],
    ]);
    const windows = (await readChatTexts('classifiers')).map(
      ({ language, variant, text }): LanguageWindow => ({
        text,
        gold: language === 'rus' ? 'ru' : 'uz',
        tag: tags.get(variant.slice(0, 3)),
      }),
    );
    const score = scoreWindows('shop reviews', windows, model);
    expect(score.messages).toBe(445);
    expect(score.macroF1).toBeGreaterThan(0.95);
    expect(score.rightConsulted).toBeGreaterThan(0.97);
    expect(score.classifiersPerMessage).toBeLessThan(1.3);
  });
});
