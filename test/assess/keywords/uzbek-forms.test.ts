import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence, formOf } from './a-lexicon.js';

const lexicon = aLexicon(
  'uzbek',
  `
verbs:
  - { infinitive: бормоқ, imperative: [боргин] }
entries:
  - { lemma: қўшилмоқ, role: act-join, gloss: join }
  - { lemma: бормоқ, role: act-travel, gloss: go }
  - { lemma: ташламоқ, role: pay, gloss: drop }
  - { lemma: байъат бермоқ, role: pledge, gloss: pledge }
  - { lemma: мужоҳид, role: fighter, gloss: mujahid }
  - { lemma: муборизлар, role: fighter, gloss: fighters }
  - { lemma: жиҳод, role: ideology, gloss: jihad }
  - { lemma: ИШИД, role: group, gloss: Islamic State }
  - { lemma: халифалик, role: group, gloss: caliphate }
  - { lemma: шаҳар, role: place, gloss: city }
  - { lemma: теракт, role: attack, gloss: attack }
`,
);
const form = (text: string): string | undefined => formOf(text, lexicon, ['uz-Latn', 'uz-Cyrl']);

describe('Uzbek verbs say what they ask, through their chains', () => {
  test.each([
    ['қўшил', 'imperative 2'],
    ['қўшилгин', 'imperative 2'],
    ['қўшилинг', 'imperative 2'],
    ['қўшилингиз', 'imperative 2'],
    ['қўшилинглар', 'imperative 2'],
    ['қўшилинг-чи', 'imperative 2'],
    ['боргин', 'imperative 2'],
    ['боринглар', 'imperative 2'],
    ['ташланг', 'imperative 2'],
    ['ташла', 'imperative 2'],
    ['қўшилай', 'exhortative 1'],
    ['қўшилайлик', 'exhortative 1'],
    ['ташлайлик', 'exhortative 1'],
    ['қўшилсин', 'optative 3 future'],
    ['қўшилмаган қолмасин', 'optative 3 future'],
    ['қўшилмаган қолмайлик', 'optative 3 future'],
    ['қўшилмай қолманг', 'imperative 2'],
    ['qoʻshilmay oʻtib ketmanglar', 'imperative 2'],
    ['қўшилмай ташлаб кетманг', 'imperative 2'],
    ['қўшилмай юринг', 'NEG exhortative 1'],
    ['қўшилмай, уйда қолманг', 'NEG exhortative 1'],
    ['қўшилмаган ишсиз қолмасин', 'NEG nominal 3 past'],
    ['qoʻshilmagan birorta yigit qolmasinlar', 'optative 3 future'],
    ['ташлансин', 'optative 3 future'],
    ['tashlansin', 'optative 3 future'],
    ['ташланмоқда', 'indicative 3 present'],
    ['ташланиши', 'infinitive'],
    ['байъат берилсин', 'optative 3 future'],
    ['қўшилворайлик', 'exhortative 1'],
    ['қўшилсинлар', 'optative 3 future'],
    ['қўшилса', 'optative 3'],
    ['қўшилсангчи', 'imperative 2'],
    ['қўшилволамиз', 'indicative 1 present'],
    ['қўшилворди', 'indicative 3 past'],
    ['қўшилишади', 'indicative 3 present'],
    ['қўшилсез', 'optative 2'],
    ['ташаворинглар', 'imperative 2'],
    ['қўшилаверинглар', 'imperative 2'],
    ['ташлайвер', 'imperative 2'],
    ['ташлавор', 'imperative 2'],
    ['ташлаволинглар', 'imperative 2'],
    ['қўшилгил', 'imperative 2'],
    ['қўшилила', 'imperative 2'],
    ['ташламала', 'NEG imperative 2'],
    ['tashlamela', 'NEG imperative 2'],
    ['қўшилгинг келса', 'infinitive 2'],
    ['қўшиладиганлар', 'nominal 3 future'],
    ['қўшилаётганлар', 'nominal 3 present'],
    ['қўшилганлар', 'nominal 3 past'],
    ['қўшилсангиз', 'optative 2'],
    ['қўшиламан', 'indicative 1 present'],
    ['қўшиласизми', 'indicative 2 present'],
    ['қўшилади', 'indicative 3 present'],
    ['ташлайман', 'indicative 1 present'],
    ['қўшиляпмиз', 'indicative 1 present'],
    ['қўшилмоқда', 'indicative 3 present'],
    ['қўшилди', 'indicative 3 past'],
    ['қўшилдик', 'indicative 1 past'],
    ['қўшилганман', 'indicative 1 past'],
    ['қўшилибди', 'indicative 3 past'],
    ['қўшилмоқчиман', 'indicative 1 future'],
    ['қўшилмоқ', 'infinitive'],
    ['қўшилиш', 'infinitive'],
    ['қўшилишга', 'infinitive'],
    ['қўшилишимиз', 'infinitive 1'],
    ['қўшилишингиз', 'infinitive 2'],
    ['қўшилган', 'nominal 3 past'],
    ['қўшилганларни', 'nominal 3 past'],
    ['қўшилаётган', 'nominal 3 present'],
    ['қўшилиб', 'unknown'],
    ['қўшилгач', 'unknown'],
    ['байъат беринг', 'imperative 2'],
    ['байъатингизни беринглар', 'imperative 2'],
    ['байъат берамиз', 'indicative 1 present'],
  ])('%s is %s', (text, expected) => expect(form(text)).toBe(expected));
});

describe('Uzbek negation stands inside the verb', () => {
  test.each([
    ['қўшилма', 'NEG imperative 2'],
    ['қўшилманг', 'NEG imperative 2'],
    ['қўшилманглар', 'NEG imperative 2'],
    ['қўшилмагин', 'NEG imperative 2'],
    ['қўшилмайлик', 'NEG exhortative 1'],
    ['қўшилмасин', 'NEG optative 3 future'],
    ['қўшилмайман', 'NEG indicative 1 present'],
    ['қўшилмайсиз', 'NEG indicative 2 present'],
    ['қўшилмади', 'NEG indicative 3 past'],
    ['қўшилмаган', 'NEG nominal 3 past'],
    ['қўшилмаслик', 'NEG infinitive'],
    ['қўшилмаслигимиз', 'NEG infinitive'],
    ['байъат берманг', 'NEG imperative 2'],
  ])('%s is %s', (text, expected) => expect(form(text)).toBe(expected));
});

describe('Uzbek is found in both scripts and as people type it', () => {
  test.each([
    ['qoʻshiling', 'imperative 2'],
    ["qo'shilinglar", 'imperative 2'],
    ['qoshiling', 'imperative 2'],
    ['qo`shilmang', 'NEG imperative 2'],
    ['кушилинг', 'imperative 2'],
    ['кўшилинглар', 'imperative 2'],
    ['қушилайлик', 'exhortative 1'],
    ['qo6iling', 'imperative 2'],
    ['qoşiling', 'imperative 2'],
    ['ИШИДга', 'nominal'],
    ['ISHIDga', 'nominal'],
    ['ИШИДда', 'nominal'],
    ['ИШИДдагиларга', 'nominal'],
    ['ИШИДмиз', 'nominal'],
    ['ИШИДдагиларимиз', 'nominal'],
    ['ИШИДданман', 'nominal'],
    ['халифаликдагилар', 'nominal'],
    ['терактидагиларни', 'nominal'],
    ['мужохидларга', 'nominal'],
    ['mujohidlarimizni', 'nominal'],
    ['муборизла', 'nominal'],
    ['muborizlaga', 'nominal'],
    ['халифалигимиз', 'nominal'],
    ['xalifalikka', 'nominal'],
    ['шаҳрида', 'nominal'],
  ])('%s is %s', (text, expected) => expect(form(text)).toBe(expected));
});

describe('ordinary Uzbek words are left alone', () => {
  test.each([
    'бўлишидан',
    'boʻlishidan',
    'ишида',
    'ишидан',
    'қилишида',
    'жиҳоз',
    'jihoz',
    'жиҳат',
    'интерактив',
    'бор',
    'бор эди',
    'ташкилот',
    'байъат',
    'қўшимча',
    'қўшни',
  ])('%s', (text) => expect(evidence(text, lexicon, ['uz-Latn', 'uz-Cyrl']).hits).toEqual([]));
});
