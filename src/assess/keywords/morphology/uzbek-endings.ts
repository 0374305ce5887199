import type { Grammar } from '../evidence.js';
import { grammar } from '../grammar.js';
import { all, chain, collectEndings, type PlainEndings } from './build-endings.js';
import { foldUzbek } from './fold-uzbek.js';
import type { Endings } from './morphology.js';
import { AFTER_CONSONANT, CASES } from './uzbek-noun-endings.js';
import { clippedEndings, spokenEndings } from './uzbek-spoken.js';

type Person = 1 | 2 | 3;
type Row = readonly [string, Person];

/** Whether the verb stem ends in a vowel: it decides between -adi and -ydi, -ing and -ng, -ish and -sh. */
export type StemEnd = 'vowel' | 'consonant';

/** Nouns that a verb makes take fewer endings; this keeps the table small. */
const VERBAL_NOUN_TAILS = [
  '',
  ...CASES,
  ...chain(['', 'lar'], [...AFTER_CONSONANT, 'lari'], ['', 'ni', 'ning', 'ga', 'da', 'dan', 'gacha']),
  ...chain(['lar'], CASES),
];

const PERSONS_A: readonly Row[] = [
  ['man', 1],
  ['miz', 1],
  ['san', 2],
  ['siz', 2],
  ['sizlar', 2],
  ['sanlar', 2],
  ['siler', 2],
];
const PERSONS_PAST: readonly Row[] = [
  ['m', 1],
  ['k', 1],
  ['ng', 2],
  ['ngiz', 2],
  ['nglar', 2],
  ['ngizlar', 2],
  ['', 3],
  ['lar', 3],
];

const QUESTIONS = ['', 'mi', 'chi', 'ku', 'da', 'a', 'mikan', 'mikin'];
/** Behind participles and intentions the question stands before the person: қўшилмоқчимисиз, қўшилармидинг. */
const ASKED: readonly Row[] = [
  ['misan', 2],
  ['misiz', 2],
  ['misizlar', 2],
  ['misanlar', 2],
  ['miding', 2],
  ['midingiz', 2],
  ['miman', 1],
  ['mimiz', 1],
  ['midik', 1],
];

/** Everything behind a verb stem or behind its -ma-. */
function verbEndings(end: StemEnd, negated: boolean): PlainEndings {
  const v = end === 'vowel';
  const of = (mood: Grammar['mood'], person?: Person, tense?: Grammar['tense']): Grammar =>
    grammar(mood, person, tense, negated);
  const finite = (rows: readonly Row[], mood: Grammar['mood'], tense: Grammar['tense'], before: string) =>
    rows.flatMap(([ending, person]) => all(chain([before + ending], QUESTIONS), of(mood, person, tense)));

  return collectEndings(
    imperatives(v, of),
    all(
      chain([v ? 'y' : 'ay', v ? 'ylik' : 'aylik', v ? 'yluk' : 'ayluk', v ? 'ylik' : 'eylik'], ['', 'chi', 'mi']),
      of('exhortative', 1),
    ),
    all(chain(['vor', 'vol', 'ivor', 'ivol', v ? 'yver' : 'aver'], ['aylik', 'ay', 'eylik']), of('exhortative', 1)),
    all(chain(['vor', 'vol', 'ivor', 'ivol'], ['sin', 'sinlar']), of('optative', 3, 'future')),
    all(chain(['sin', 'sinlar', `${v ? 'y' : 'a'}versin`], ['', 'chi', 'mi']), of('optative', 3, 'future')),
    finite(PERSONS_PAST, 'optative', undefined, 'sa'),
    finite([...PERSONS_A, ['di', 3], ['dilar', 3], ['dila', 3]], 'indicative', 'present', v ? 'y' : 'a'),
    ...['yap', 'ayap', 'vot', 'votti', 'ayot', 'yot', 'opti', 'op', 'utti', 'vo'].map((stem) =>
      finite(
        [...PERSONS_A, ['ti', 3], ['tilar', 3], ['di', 3], ['man', 1], ['mman', 1]],
        'indicative',
        'present',
        stem,
      ),
    ),
    finite([...PERSONS_A, ['', 3], ['lar', 3]], 'indicative', 'present', 'moqda'),
    finite(PERSONS_PAST, 'indicative', 'past', 'di'),
    finite(PERSONS_PAST, 'indicative', 'past', 'ti'),
    finite([...PERSONS_A, ['ti', 3], ['di', 3], ['tilar', 3]], 'indicative', 'past', v ? 'b' : 'ib'),
    finite([...PERSONS_A, ...ASKED, ['', 3], ['lar', 3]], 'indicative', 'future', negated ? 's' : v ? 'r' : 'ar'),
    finite([...PERSONS_A, ...ASKED, ['', 3], ['di', 3]], 'indicative', 'future', 'moqchi'),
    verbalNouns(v, negated, of),
    ...['gan', 'kan', 'qan'].map((stem) => finite([...PERSONS_A, ...ASKED], 'indicative', 'past', stem)),
    all(
      [
        v ? 'b' : 'ib',
        v ? 'p' : 'ip',
        v ? 'boq' : 'iboq',
        v ? 'y' : 'a',
        'gach',
        'kach',
        'guncha',
        'gancha',
        'ganda',
        'gali',
        'gani',
        'sdan',
        'y',
      ],
      of('unknown'),
    ),
    spokenEndings(v, negated),
  );
}

function imperatives(v: boolean, of: (mood: Grammar['mood'], person?: Person) => Grammar) {
  const polite = v ? 'ng' : 'ing';
  const endings = [
    '',
    ...chain(['gin', 'kin', 'qin', 'ginlar', 'kinlar'], ['', 'chi']),
    ...chain([polite], ['', 'lar', 'iz', 'izlar', 'la', 'izla', 'lara', 'larang'], ['', 'chi', 'da', 'ki']),
    // -инглар as it is said in Tashkent: кирила, урила.
    ...(v ? [] : ['ila']),
    'chi',
    // «қўшилсангчи», why not join: a wish with -чи asks as an imperative does.
    ...chain(['', 'vor', 'vol'], ['sang', 'sangiz', 'sanglar', 'sangla', 'sez', 'sayiz'], ['chi']),
    // «go on and»: тарқатавер, қўшилаверинглар; -иб юбор and -иб ол run together in speech: тарқатвор, ўтвол
    ...chain(
      [v ? 'yver' : 'aver', v ? 'yvur' : 'avur', v ? 'yqol' : 'aqol', 'vor', 'vol', 'ivor', 'ivol', 'voqol'],
      ['', 'gin', 'ing', 'inglar', 'ingiz', 'ila', 'laring'],
    ),
    // The bookish -гил, and -инга of the valley.
    ...['gil', 'gilar', 'qil', ...chain([v ? 'nga' : 'inga'], ['', 'lar'])],
  ];
  return all(endings, of('imperative', 2));
}

function verbalNouns(
  v: boolean,
  negated: boolean,
  of: (mood: Grammar['mood'], person?: Person, tense?: Grammar['tense']) => Grammar,
) {
  const sh = v ? 'sh' : 'ish';
  const done = ['gan', 'kan', 'qan'];
  const going = [v ? 'yotgan' : 'ayotgan', 'yotgan', 'votgan'];
  return [
    ...all(chain([sh], ['im', 'imiz'], ['', 'ni', 'ga']), of('infinitive', 1)),
    ...all(chain([sh], ['ing', 'ingiz', 'laring', 'laringiz'], ['', 'ni', 'ga']), of('infinitive', 2)),
    // «қўшилгинг келса», if you feel like joining.
    ...all(['gim', 'gimiz', 'kim', 'kimiz'], of('infinitive', 1)),
    ...all(['ging', 'gingiz', 'gilaring', 'king', 'kingiz'], of('infinitive', 2)),
    ...all(
      chain([sh, 'moq', 'mog', 'moqlik', ...(negated ? ['slik', 'slig'] : [])], VERBAL_NOUN_TAILS),
      of('infinitive'),
    ),
    ...all(chain(done, VERBAL_NOUN_TAILS), of('nominal', 3, 'past')),
    ...all(chain(going, VERBAL_NOUN_TAILS), of('nominal', 3, 'present')),
    // «борадиган борми», is there one who will go: it may ask where «борган борми» asks for news.
    ...all(chain([v ? 'ydigan' : 'adigan'], VERBAL_NOUN_TAILS), of('nominal', 3, 'future')),
    ...all(chain([v ? 'vchi' : 'uvchi', v ? 'vchan' : 'uvchan'], VERBAL_NOUN_TAILS), of('nominal')),
  ];
}

const NEGATIVE = [
  ...[...foldUzbek(verbEndings('vowel', true))].map(([ending, meaning]) => [`ma${ending}`, meaning] as const),
  // -манглар as it is said: аямала, аямела.
  ...all(['mala', 'mela'], grammar('imperative', 2, undefined, true)),
];

function withNegation(end: StemEnd): Endings {
  return collectEndings(foldUzbek(verbEndings(end, false)), NEGATIVE);
}

function withoutBareStem(endings: Endings): Endings {
  return new Map([...endings].filter(([ending]) => ending !== '' && ending !== 'chi'));
}

export const UZBEK_VERB: Readonly<Record<StemEnd, Endings>> = {
  vowel: withNegation('vowel'),
  consonant: withNegation('consonant'),
};
export const UZBEK_VERB_NO_BARE: Readonly<Record<StemEnd, Endings>> = {
  vowel: withoutBareStem(UZBEK_VERB.vowel),
  consonant: withoutBareStem(UZBEK_VERB.consonant),
};

/** What a passive says of somebody: let it be done, its being done, it is done; a report in the past is left out. */
function saysPassively({ mood, person, tense }: Grammar): boolean {
  if (mood === 'infinitive') return person === undefined;
  return person === 3 && ((mood === 'optative' && tense === 'future') || (mood === 'indicative' && tense !== 'past'));
}

export const UZBEK_PASSIVE: Endings = new Map(
  [...UZBEK_VERB.consonant].filter(([, meaning]) => saysPassively(meaning)),
);

/** Behind a stem that lost its -л in speech. */
export const UZBEK_CLIPPED: Endings = clippedEndings(UZBEK_VERB.consonant);
