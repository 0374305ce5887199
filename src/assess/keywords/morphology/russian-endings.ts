import { keyboardKey } from '../../text/keys.js';
import type { Grammar } from '../evidence.js';
import { grammar, NOMINAL } from '../grammar.js';
import { all, chain, collectEndings, foldEndings, type PlainEndings } from './build-endings.js';
import type { Endings } from './morphology.js';
import { russianKey } from './russian-key.js';

const ADJECTIVE = 'ий ый ой ая яя ое ее ие ые его ого ему ому им ым ем ом ей их ых ими ыми ую юю ою ею'.split(' ');
const NOUN =
  'а я о е и ы у ю ь й ом ем ой ей ою ею ам ям ами ями ах ях ов ев ье ья ью ьи ьё ии ию ия ие ием иям иями иях ией ьями ьев ьям ьях ьем'.split(
    ' ',
  );

const fold = (plain: PlainEndings): Endings =>
  foldEndings(plain, (ending) => [russianKey(ending), keyboardKey(ending)]);

/** What may follow the part of a noun or adjective that stays: a cheap filter before natural's stemmer, and the judge where the word is typed in Latin letters. */
export const RUSSIAN_NOUN: Endings = fold(collectEndings(all(['', ...NOUN, ...ADJECTIVE], NOMINAL)));

/** Behind a noun that lost its last vowel (бойц-, рынк-): never nothing, and no adjective's ending. */
export const RUSSIAN_NOUN_BEHIND_SHORT: Endings = fold(
  collectEndings(all('а у е ы и ом ем ой ей ам ами ах ов ев'.split(' '), NOMINAL)),
);

/** Behind abbreviations, as people decline them: ИГИЛа, ИГИЛом. */
export const RUSSIAN_ABBREVIATION: Endings = fold(collectEndings(all(['', 'а', 'у', 'ом', 'е'], NOMINAL)));

/** Reflexive verbs end in -ся behind consonants and in -сь behind vowels; people mix them up. */
export type Voice = 'plain' | 'reflexive';

/** How the third person plural ends; it tells the rest of the present. */
export type ThirdPlural = 'ут' | 'ют' | 'ят' | 'ат';

function voiced(voice: Voice, endings: readonly string[], meaning: Grammar): readonly (readonly [string, Grammar])[] {
  return all(voice === 'plain' ? endings : chain(endings, ['ся', 'сь']), meaning);
}

const present = (person: 1 | 2 | 3): Grammar => grammar('indicative', person, 'present');
const PAST = grammar('indicative', undefined, 'past');
const PARTICIPLE = grammar('nominal', undefined, 'past');
const PASSIVE = grammar('indicative', 3, 'past');
const IMPERATIVE = grammar('imperative', 2);

/** Unstressed е is widely typed as и: «хочит», «работаиш». */
const VOWELS = { first: ['е', 'и'], second: ['и'], plain: ['е'] } as const;

function conjugation(
  voice: Voice,
  third: ThirdPlural,
  vowels: readonly string[] = /^[ую]/.test(third) ? VOWELS.first : VOWELS.second,
): Endings {
  return fold(
    collectEndings(
      voiced(voice, chain(vowels, ['шь', 'те']), present(2)),
      voiced(voice, [...chain(vowels, ['т']), third], present(3)),
      voiced(voice, chain(vowels, ['м']), present(1)),
      voiced(voice, chain(vowels, ['мте']), grammar('exhortative', 1)),
      voiced(voice, chain([`${third.charAt(0)}щ`], ADJECTIVE), grammar('nominal', undefined, 'present')),
      voiced(voice, ['я'], grammar('unknown', undefined, 'present')),
    ),
  );
}

const tables = (voice: Voice) => ({
  /** Behind the stem of the third person plural. */
  present: {
    ут: conjugation(voice, 'ут'),
    ют: conjugation(voice, 'ют'),
    ят: conjugation(voice, 'ят'),
    ат: conjugation(voice, 'ат'),
  },
  /** Where nobody types и for е: behind a stem in -ь, which keys drop («убит» is no «убьит»), and under stress («даёшь»; ДАИШ is a name). */
  presentStressed: conjugation(voice, 'ют', VOWELS.plain),
  /** The form itself. */
  first: fold(collectEndings(voiced(voice, [''], present(1)))),
  imperative: fold(
    collectEndings(voiced(voice, ['', 'те', 'ти'], IMPERATIVE), voiced(voice, ['ка', 'тека'], IMPERATIVE)),
  ),
  infinitive: fold(collectEndings(voiced(voice, [''], grammar('infinitive')))),
  /** Behind the infinitive without -ть. */
  past: fold(
    collectEndings(
      voiced(voice, ['л', 'ла', 'ло', 'ли'], PAST),
      voiced(voice, chain(['вш'], ADJECTIVE), PARTICIPLE),
      voiced(voice, ['в', 'вши'], grammar('unknown', undefined, 'past')),
    ),
  ),
  /** A past form that was listed. */
  pastForm: fold(collectEndings(voiced(voice, [''], PAST))),
  /** Behind the short passive participle: it says what was done, by a third. */
  passive: fold(collectEndings(all(['', 'а', 'о', 'ы'], PASSIVE))),
});

export const RUSSIAN_VERB = { plain: tables('plain'), reflexive: tables('reflexive') } as const;
