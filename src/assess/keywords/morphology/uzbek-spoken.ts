import type { Grammar } from '../evidence.js';
import { grammar } from '../grammar.js';
import { all, chain, collectEndings, type PlainEndings } from './build-endings.js';

const ASKED = ['', 'mi', 'chi'];

type Of = (mood: Grammar['mood'], person?: 1 | 2 | 3, tense?: Grammar['tense']) => Grammar;

/** What Uzbek verbs end in when people write as they speak; behind a vowel or a consonant, behind -ma- or without it. */
export function spokenEndings(v: boolean, negated: boolean): PlainEndings {
  const of: Of = (mood, person, tense) => grammar(mood, person, tense, negated);
  return collectEndings(
    all(chain(['sez', 'sayiz', 'sangla', 'sanglar', 'sangila'], ASKED), of('optative', 2)),
    all(chain([v ? 'yli' : 'ayli', v ? 'ylu' : 'aylu', v ? 'yli' : 'eyli'], ['', 'chi']), of('exhortative', 1)),
    all(chain([v ? 'nla' : 'inla'], ['', 'chi']), of('imperative', 2)),
    wouldDo(negated ? 's' : v ? 'r' : 'ar', of),
    together(v ? 'sh' : 'ish', of),
    carriedOut(['vor', 'vol', 'ivor', 'ivol', v ? 'yver' : 'aver'], of),
    negated ? [] : cannot(v ? 'yol' : 'ol'),
  );
}

/** «бирга кетардик», we would go. */
function wouldDo(aorist: string, of: Of): PlainEndings {
  return collectEndings(
    all(chain([aorist], ['dim', 'dik']), of('indicative', 1, 'future')),
    all(chain([aorist], ['ding', 'dingiz', 'dingla', 'dinglar'], ASKED), of('indicative', 2, 'future')),
  );
}

/** The plural by -иш-: кутиб олишади, ўтказишсин. */
function together(sh: string, of: Of): PlainEndings {
  return collectEndings(
    all(chain([sh], ['adi', 'yapti', 'votti', 'moqda', 'ayapti'], ASKED), of('indicative', 3, 'present')),
    all(chain([sh], ['di', 'ti', 'ibdi', 'ipti', 'gandi'], ASKED), of('indicative', 3, 'past')),
    all(chain([sh], ['sin', 'sinlar'], ASKED), of('optative', 3, 'future')),
    all(chain([sh], ['sa'], ASKED), of('optative', 3)),
  );
}

/** -иб юбор, -иб ол and -а бер run together with the verb, and take its endings: ташлаворамиз, обуна бўволсез, қарашворса. */
function carriedOut(heads: readonly string[], of: Of): PlainEndings {
  const say = (tails: readonly string[], meaning: Grammar) => all(chain(heads, tails, ASKED), meaning);
  return collectEndings(
    say(['aman', 'amiz'], of('indicative', 1, 'present')),
    say(['asan', 'asiz', 'asizlar', 'asila', 'asizla'], of('indicative', 2, 'present')),
    say(['adi', 'adilar', 'adila', 'ishadi'], of('indicative', 3, 'present')),
    say(['dim', 'dik'], of('indicative', 1, 'past')),
    say(['ding', 'dingiz', 'dingla', 'dinglar'], of('indicative', 2, 'past')),
    say(['di', 'dilar', 'dila', 'ishdi'], of('indicative', 3, 'past')),
    say(['sam', 'sak'], of('optative', 1)),
    say(['sang', 'sangiz', 'sanglar', 'sangla', 'sez', 'sayiz'], of('optative', 2)),
    say(['sa', 'salar', 'sala', 'ishsa'], of('optative', 3)),
    say(['moqchiman', 'moqchimiz'], of('indicative', 1, 'future')),
    say(['moqchisan', 'moqchisiz', 'moqchimisan', 'moqchimisiz'], of('indicative', 2, 'future')),
    all(chain(heads, ['ish', 'ishni', 'ishga', 'ishi', 'ishlari']), of('infinitive')),
    all(chain(heads, ['ishim', 'ishimiz']), of('infinitive', 1)),
    all(chain(heads, ['ishing', 'ishingiz', 'ishiz']), of('infinitive', 2)),
    all(chain(heads, ['gan', 'adigan'], ['', 'lar', 'la'], ['', 'ni', 'ga', 'ning', 'dan']), of('nominal', 3, 'past')),
    all(chain(heads, ['ib']), of('unknown')),
  );
}

/** -май- is said -ми-, also behind -ол-: бормисанми, тополмисан, тенглашолмиди. */
function cannot(able: string): PlainEndings {
  const no: Of = (mood, person, tense) => grammar(mood, person, tense, true);
  const say = (persons: readonly string[], person: 1 | 2 | 3) => [
    ...all(chain(['', able, 'vor', 'vol'], ['mi'], persons, ASKED), no('indicative', person, 'present')),
    ...all(chain([able], ['may'], persons, ASKED), no('indicative', person, 'present')),
  ];
  return collectEndings(
    say(['man', 'miz'], 1),
    say(['san', 'siz', 'sizlar', 'sila'], 2),
    say(['di', 'dilar', 'dila'], 3),
  );
}

/** The endings that stand behind a stem that lost its -л in speech: қивор, бўсанг, кевотти, бўп. */
const BEHIND_CLIPPED = /^(?:vor|vol|vo|vo?t|san|sez|sayiz|sin|mokchi|mi[smd]|gan)/;

/** Behind қи(л), бў(л), ке(л): of the consonant endings those that stay, and the converb. */
export function clippedEndings(consonant: ReadonlyMap<string, Grammar>): ReadonlyMap<string, Grammar> {
  return new Map([
    ...[...consonant].filter(([ending]) => BEHIND_CLIPPED.test(ending)),
    ...all(['b', 'p'], grammar('unknown', undefined, undefined, false)),
    ...all(['pti', 'bdi'], grammar('indicative', 3, 'past', false)),
  ]);
}

const pairs = (list: string): ReadonlyMap<string, string> =>
  new Map(list.split(' ').map((pair) => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']));

/** How a stem is clipped in speech. */
export const CLIPPED = pairs('қил:қи бўл:бў кел:ке qil:qi boʼl:boʼ kel:ke');
/** Stems that lost a letter in speech and keep all their endings: ташаворинг. */
export const WORN = pairs('ташла:таша tashla:tasha');
