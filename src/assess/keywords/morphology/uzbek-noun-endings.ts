import { chain } from './build-endings.js';

export const CASES = [
  '',
  'ni',
  'ning',
  'ga',
  'ka',
  'qa',
  'da',
  'dan',
  'gacha',
  'dagi',
  'niki',
  'day',
  'dek',
  'cha',
  'siz',
  'dir',
  'di',
  'ti',
  'ta',
];
const AFTER_VOWEL = ['m', 'ng', 'si', 'miz', 'ngiz', 'yi', 'yim'];
export const AFTER_CONSONANT = ['im', 'ing', 'i', 'imiz', 'ingiz'];
/** -dan as people say it behind -n, and the question, emphasis and copula endings. */
const CLITICS = ['', 'mi', 'chi', 'ku', 'u', 'yu', 'man', 'san', 'miz', 'siz', 'lar', 'gina', 'ham'];
export const WITH_N = ['n', 'na', 'nda', 'ndan'];

const POSSESSED = chain(['', 'lar'], [...AFTER_CONSONANT, ...AFTER_VOWEL], [...CASES, ...WITH_N]);
const NUMBERS = chain(['', 'lar'], CASES, CLITICS);
const ABSTRACT = ['lik', 'chi', 'chilik', 'li', 'lar', 'larcha', 'ona', 'iy'];
/** -лар as it is said: мужоҳидла, игилчиларни and игилчилани. */
export const SPOKEN_PLURAL = chain(
  ['', 'chi'],
  ['la'],
  ['', 'ni', 'ning', 'ga', 'da', 'dan', 'mi', 'ri', 'rini', 'riga', 'rga'],
);

/** Those who are there: нусрадагилар, лагеридагиларга. */
export const THOSE_THERE = chain(['dagi'], ['lar', 'la'], CASES);

export const NOUN_ENDINGS: readonly string[] = [
  ...NUMBERS,
  ...THOSE_THERE,
  ...chain(['i', 'si'], THOSE_THERE),
  ...POSSESSED,
  ...chain(ABSTRACT, ['', 'lar'], CASES),
  ...chain(['lig', 'chilig'], AFTER_CONSONANT, [...CASES, ...WITH_N]),
  ...chain(['chi', 'lar'], ['si', 'miz', 'imiz', 'ingiz', 'i'], CASES),
  ...SPOKEN_PLURAL,
];
