import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { expandLexicon } from '../../src/assess/keywords/compile-lexicon.js';
import { lexiconFileSchema } from '../../src/packs/format/lexicon.js';
import { openTermSearch } from '../../src/packs/search-terms.js';

const LEXICONS = [
  `language: tajik
entries:
  - { lemma: ҳиҷрат, role: act-travel, gloss: emigrate }
  - { lemma: "саф", role: group, gloss: ranks, also: ["қатори муҷоҳид"] }`,
  `language: uzbek
verbs: [{ infinitive: қўшилмоқ, imperative: қўшилгин }]
entries:
  - { lemma: қўшилмоқ, role: act-join, gloss: join, is: verb }`,
  `language: russian
verbs:
  - { infinitive: вступить, imperative: [вступай] }
  - { infinitive: присоединиться, imperative: [присоединяйся] }
entries:
  - { lemma: вступить, role: act-join, gloss: "enter, join", is: verb, also: [присоединиться] }`,
].map((yaml) => lexiconFileSchema.parse({ source: 'test', licence: 'MIT', ...parse(yaml) }));

const search = openTermSearch(expandLexicon({ lexicons: LEXICONS, groups: [], patterns: [] }));
const lemmas = (text: string) => search(text).map(({ lemma }) => lemma);

describe('looking for a word of the classifier', () => {
  it.each([
    ['as it stands', 'ҳиҷрат', ['ҳиҷрат']],
    ['by its first letters', 'Ҳиҷ', ['ҳиҷрат']],
    ['on a Russian keyboard', 'хичрат', ['ҳиҷрат']],
    ['with дж for ҷ', 'хиджрат', ['ҳиҷрат']],
    ['in Latin letters', 'hijrat', ['ҳиҷрат']],
    ['by its first letters in Latin', 'hijr', ['ҳиҷрат']],
    ['in a form that people write', 'ҳиҷратро', ['ҳиҷрат']],
    ['by a word that stands for it', 'муҷоҳид', ['саф']],
    ['by two words that stand for it, in Latin', 'qatori mujohid', ['саф']],
    ['that is Uzbek, in the other script', "qo'shilmoq", ['қўшилмоқ']],
    ['that is Uzbek, on a Russian keyboard', 'кушилинглар', ['қўшилмоқ']],
    ['that is Uzbek, in the letters of chats', 'qowil', ['қўшилмоқ']],
    ['that is Russian, in Latin letters', 'vstupay', ['вступить']],
    ['by another verb that stands for it', 'присоединяйся', ['вступить']],
    ['by its gloss', 'Emigr', ['ҳиҷрат']],
  ])('finds one typed %s', (_how, text, expected) => {
    expect(lemmas(text)).toEqual(expected);
  });

  it('lists what begins so before what holds it', () => {
    expect(lemmas('join')).toEqual(['қўшилмоқ', 'вступить']);
  });

  it.each(['hi', 'ва', 'қалам', 'ҳиҷрат қалам', '?!', ''])('finds nothing for %p', (text) => {
    expect(lemmas(text)).toEqual([]);
  });
});
