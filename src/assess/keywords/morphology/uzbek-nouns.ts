import type { Grammar } from '../evidence.js';
import { NOMINAL } from '../grammar.js';
import { chain, collectEndings, type PlainEndings } from './build-endings.js';
import { foldUzbek as fold } from './fold-uzbek.js';
import type { Endings } from './morphology.js';
import { AFTER_CONSONANT, CASES, NOUN_ENDINGS, SPOKEN_PLURAL, THOSE_THERE, WITH_N } from './uzbek-noun-endings.js';

const ACCUSATIVE: Grammar = { ...NOMINAL, case: 'accusative' };
const ABLATIVE: Grammar = { ...NOMINAL, case: 'ablative' };
const DATIVE: Grammar = { ...NOMINAL, case: 'dative' };
const PARTICLE = '(?:mi|chi|ku|u|yu|ham)?$';
const IN_ACCUSATIVE = new RegExp(`ni${PARTICLE}`);
const IN_ABLATIVE = new RegExp(`[dn]an${PARTICLE}`);
const IN_DATIVE = new RegExp(`[gkq]a${PARTICLE}`);

/** Nouns with the case that their ending tells; the others are bare nouns. */
function nouns(endings: readonly string[]): PlainEndings {
  return collectEndings(
    endings.map((ending) => {
      if (IN_ACCUSATIVE.test(ending)) return [ending, ACCUSATIVE] as const;
      if (IN_DATIVE.test(ending)) return [ending, DATIVE] as const;
      return [ending, IN_ABLATIVE.test(ending) ? ABLATIVE : NOMINAL] as const;
    }),
  );
}

export const UZBEK_NOUN: Endings = fold(nouns(NOUN_ENDINGS));

/** Behind a plural that lost its -р in speech: мужоҳидла, мужоҳидлага, мужоҳидламиз. */
export const UZBEK_WORN_PLURAL: Endings = fold(
  nouns([
    '',
    'ni',
    'ning',
    'ga',
    'da',
    'dan',
    'gacha',
    'dagi',
    'di',
    'mi',
    'm',
    'miz',
    'ng',
    'ngiz',
    'rni',
    'rga',
    'ku',
  ]),
);

/** Behind abbreviations: cases, -чи for members, and who one is: ИШИДмиз, ДАИШданман. */
export const UZBEK_ABBREVIATION: Endings = fold(
  nouns([
    ...CASES,
    ...THOSE_THERE,
    ...chain(['dagilar'], ['imiz', 'ingiz', 'i'], CASES),
    ...chain(['chi', 'chilar', 'lar', 'lik', 'liklar'], CASES),
    ...chain(['chi', 'chilar'], ['i', 'imiz', 'miz', 'man', 'san', 'mi']),
    ...SPOKEN_PLURAL,
    ...chain(['', 'da', 'dan'], ['man', 'san', 'miz']),
    ...chain(['ni', 'dan', 'ga'], ['mi', 'chi', 'ku']),
  ]),
);

/** Behind a stem whose last sound changed before a vowel: yuragi, burni. */
export const UZBEK_POSSESSED: Endings = fold(nouns(chain(AFTER_CONSONANT, [...CASES, ...WITH_N])));
