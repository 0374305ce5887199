import { describe, expect, test } from '@jest/globals';
import { compileLexicon } from '../../../src/assess/keywords/compile-lexicon.js';
import { findEvidence } from '../../../src/assess/keywords/find-evidence.js';
import type { LexiconEntry } from '../../../src/assess/keywords/lexicon-input.js';
import { normalise } from '../../../src/assess/text/normalise.js';

function entry(lemma: string, strict: LexiconEntry['strict'] = false): LexiconEntry {
  return { lemma, also: [], role: 'publicise', gloss: lemma, weight: 1, strict, order: 'written' };
}

const lexicon = compileLexicon({
  lexicons: [
    {
      language: 'uzbek',
      verbs: [],
      entries: [entry('тарқатмоқ'), entry('аъзо бўлмоқ'), entry('кўчмоқ', 'if-letters'), entry('=сафига')],
      patterns: [],
      cues: [],
    },
  ],
  groups: [],
  patterns: [],
});

function firstGrammar(text: string) {
  return findEvidence(normalise(text), ['uz-Latn'], lexicon).hits[0]?.grammar;
}

describe('an Uzbek converb with its auxiliary', () => {
  test.each([
    ['tarqatib yubor', 'imperative', false],
    ['тарқата беринглар', 'imperative', false],
    ['aʼzo boʻlib qoʻying', 'imperative', false],
    ['tarqatib yuborma', 'imperative', true],
    ['тарқатиб юборди', 'indicative', false],
    ['tarqatib, yubor', 'unknown', false],
    ['тарқатиб, шаҳарга кўчди', 'indicative', false],
    ['тарқатиб, шаҳарга кўчинг', 'unknown', false],
    ['тарқатиб, уйга кетди. Кўчди', 'unknown', false],
    ['tarqatib olma', 'imperative', true],
    ['tarqatip yubor', 'imperative', false],
    ['safiga borma', 'unknown', false],
    ['тарқатиб кўчинг', 'imperative', false],
    ['тарқатиб кўчган', 'nominal', false],
  ])('«%s» is %s, negated: %s', (text, mood, negated) => {
    expect(firstGrammar(text)).toMatchObject({ mood, negated });
  });
});

test.each([
  ['тарқатила, ўртоқлар', 'imperative'],
  ['tarqatila hammaga', 'imperative'],
  ['тарқатила бошлади', undefined],
  ['tarqatila boshlangan', undefined],
])('«%s»: -ила says -инглар, unless something begins or goes on behind it: %s', (text, mood) => {
  expect(firstGrammar(text)?.mood).toBe(mood);
});

describe('strict Uzbek spelling', () => {
  test.each([
    ['кўчинг, ҳамма', 1],
    ['koʻching, hamma', 1],
    ['қочинг, ҳамма', 0],
    ['qoching, oʻrtoq', 0],
    ['kochinglar hamma', 1],
  ])('«%s» is found %i time(s) whichever script the entry is written in', (text, times) => {
    expect(findEvidence(normalise(text), ['uz-Latn'], lexicon).hits).toHaveLength(times);
  });
});
