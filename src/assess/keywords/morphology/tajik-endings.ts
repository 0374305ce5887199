import { keyboardKey } from '../../text/keys.js';
import type { Grammar } from '../evidence.js';
import { grammar, NOMINAL } from '../grammar.js';
import { all, chain, collectEndings, foldEndings, type PlainEndings } from './build-endings.js';
import type { Endings } from './morphology.js';

type Person = 1 | 2 | 3;

const POSSESSIVES = [
  'ам',
  'ат',
  'аш',
  'амон',
  'атон',
  'ашон',
  'мон',
  'тон',
  'шон',
  'ям',
  'ят',
  'яш',
  'ямон',
  'ятон',
  'яшон',
  'та',
  'ша',
  'ма',
];
const PLURALS = ['', 'ҳо', 'он', 'ён', 'гон', 'вон', 'ҳои', 'о', 'иҳо', 'иён', 'чӣ', 'чиҳо', 'чиён', 'чио'];
/** Written words and what speech glues on: ро, ezafe, -е, -ба, -да, «and», copulas. */
const TAILS = [
  '',
  'и',
  'ӣ',
  'ро',
  'ра',
  'а',
  'я',
  'ая',
  'е',
  'еро',
  'ба',
  'да',
  'у',
  'ю',
  'ву',
  'ку',
  'ҳам',
  'ам',
  'ем',
  'ед',
  'анд',
  'аст',
  'ст',
  'янд',
];
const AFTER_POSSESSIVE = ['', 'ро', 'ра', 'а', 'я', 'ба', 'да', 'у', 'ю', 'ҳам'];

const NOUN_ENDINGS = [
  ...chain(PLURALS, TAILS),
  ...chain(PLURALS, POSSESSIVES, AFTER_POSSESSIVE),
  ...chain(['тар', 'тарин'], ['', 'и', 'ҳо', 'он']),
];

/** What may follow an infinitive used as a noun. */
const INFINITIVE_TAILS = [
  '',
  'и',
  'ро',
  'е',
  'у',
  'ба',
  'да',
  'аст',
  ...chain(POSSESSIVES, AFTER_POSSESSIVE),
  'ҳо',
  'ҳои',
];

/** Object pronouns behind a personal ending, «and» and particles of speech: кушедаш, раведу, биёетонда. */
const OBJECTS = ['', 'аш', 'ашон', 'ат', 'атон', 'амон', 'ша', 'шон', 'шона', 'та', 'тона', 'у', 'да', 'ку'];

const PRESENT_PERSONS: readonly (readonly [string, Person])[] = [
  ['ам', 1],
  ['ям', 1],
  ['ум', 1],
  ['ӣ', 2],
  ['ад', 3],
  ['яд', 3],
  ['а', 3],
  ['я', 3],
  ['ем', 1],
  ['ед', 2],
  ['етон', 2],
  ['етонро', 2],
  ['едон', 2],
  ['ен', 2],
  ['анд', 3],
  ['янд', 3],
  ['ан', 3],
];

const PAST_PERSONS: readonly (readonly [string, Person])[] = [
  ['', 3],
  ['ам', 1],
  ['ум', 1],
  ['ӣ', 2],
  ['ем', 1],
  ['ед', 2],
  ['етон', 2],
  ['ен', 2],
  ['анд', 3],
];

const PERFECT_PERSONS: readonly (readonly [string, Person])[] = [
  ['ааст', 3],
  ['аст', 3],
  ['аам', 1],
  ['аӣ', 2],
  ['аем', 1],
  ['аед', 2],
  ['аанд', 3],
  ['агиям', 1],
  ['агист', 3],
  ['агиянд', 3],
];

function withObjects(
  persons: readonly (readonly [string, Person])[],
  meaning: (ending: string, person: Person) => Grammar,
): readonly (readonly [string, Grammar])[] {
  return persons.flatMap(([ending, person]) => all(chain([ending], OBJECTS), meaning(ending, person)));
}

function subjunctive(negated: boolean): PlainEndings {
  const mood = (ending: string, person: Person): Grammar => {
    if (person === 2 && ending !== 'ӣ') return grammar('imperative', 2, undefined, negated);
    if (ending === 'ем') return grammar('exhortative', 1, undefined, negated);
    return grammar('optative', person, undefined, negated);
  };
  return collectEndings(
    all(['', 'аш', 'ашон'], grammar('imperative', 2, undefined, negated)),
    withObjects(PRESENT_PERSONS, mood),
  );
}

function indicativePresent(negated: boolean): PlainEndings {
  return collectEndings(
    withObjects(PRESENT_PERSONS, (_, person) => grammar('indicative', person, 'present', negated)),
    all(chain(['анда'], ['', 'гон', 'гӣ', 'и']), NOMINAL),
  );
}

function past(negated: boolean): PlainEndings {
  const meaning = (_: string, person: Person): Grammar => grammar('indicative', person, 'past', negated);
  return collectEndings(
    all(chain(['ан'], INFINITIVE_TAILS), grammar('infinitive', undefined, undefined, negated)),
    all(
      chain(['анӣ'], ['', 'ст', 'ям', 'ем', 'ед', 'анд', 'янд', 'ҳо']),
      grammar('nominal', undefined, 'future', negated),
    ),
    withObjects(PAST_PERSONS, meaning),
    withObjects(PERFECT_PERSONS, meaning),
    all(['а', 'аю', 'ау', 'агӣ', 'агии', 'агон', 'агиҳо', 'аҳо'], grammar('nominal', undefined, 'past', negated)),
  );
}

const fold = (plain: PlainEndings): Endings => foldEndings(plain, (ending) => [keyboardKey(ending)]);

/** ме- наме- на- ма- би-, in the order in which the tables below answer them. */
export const TAJIK_PREFIXES = ['', 'ме', 'наме', 'на', 'ма', 'би', 'бу'] as const;

/** -ро, spoken -ра, marks what something is done to: «ДИИШро нобуд кунед» strikes the group. The spoken -а may be a possessive. */
const ACCUSATIVE: Grammar = { ...NOMINAL, case: 'accusative' };
const MARKS_OBJECT = /р[оа]$/u;

function declined(endings: readonly string[]): PlainEndings {
  return collectEndings(
    all(
      endings.filter((ending) => !MARKS_OBJECT.test(ending)),
      NOMINAL,
    ),
    all(
      endings.filter((ending) => MARKS_OBJECT.test(ending)),
      ACCUSATIVE,
    ),
  );
}

export const TAJIK_NOUN: readonly Endings[] = [fold(declined(NOUN_ENDINGS))];

/** Behind abbreviations. */
export const TAJIK_ABBREVIATION: readonly Endings[] = [
  fold(
    declined(
      chain(
        ['', 'ӣ', 'иҳо', 'ҳо', 'о', 'иён', 'чӣ', 'чиҳо', 'чиён', 'чио'],
        ['', 'и', 'ро', 'ра', 'а', 'я', 'е', 'ба', 'да', 'у', 'ю', 'ҳам', 'аст', 'анд', 'ем', 'ам', 'м'],
      ),
    ),
  ),
];

const AGENTS = all(chain(['анда', 'янда'], ['', 'гон', 'и', 'ро', 'гони', 'гонро', 'е']), NOMINAL);
const BARE_STEM = collectEndings(subjunctive(false), AGENTS);

/** Where the bare stem is no imperative: the analyst listed the imperatives. Behind such a noun -ӣ is the ezafe: ҷанги касе. */
const NO_BARE_STEM = new Map([...BARE_STEM].filter(([ending]) => ending !== '' && ending !== 'ӣ'));

const AFTER_BI = fold(subjunctive(false));
const FORBIDDEN = fold(subjunctive(true));
const ME = fold(indicativePresent(false));
const NAME = fold(indicativePresent(true));

export const TAJIK_PRESENT: readonly Endings[] = [fold(BARE_STEM), ME, NAME, FORBIDDEN, FORBIDDEN, AFTER_BI, AFTER_BI];
export const TAJIK_PRESENT_NO_BARE: readonly Endings[] = [
  fold(NO_BARE_STEM),
  ME,
  NAME,
  FORBIDDEN,
  FORBIDDEN,
  AFTER_BI,
  AFTER_BI,
];

const PAST = fold(past(false));
const PAST_NEGATED = fold(past(true));
export const TAJIK_PAST: readonly (Endings | undefined)[] = [PAST, PAST, PAST_NEGATED, PAST_NEGATED];
