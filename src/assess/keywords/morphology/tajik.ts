import { keyboardKey, keyboardKeys } from '../../text/keys.js';
import { BARE } from '../grammar.js';
import type { VerbForms, WordClass } from '../lexicon-input.js';
import type { Endings, Morphology, Stem, VerbTable, Word } from './morphology.js';
import {
  TAJIK_ABBREVIATION,
  TAJIK_NOUN,
  TAJIK_PAST,
  TAJIK_PREFIXES,
  TAJIK_PRESENT,
  TAJIK_PRESENT_NO_BARE,
} from './tajik-endings.js';
import { spokenForms } from './tajik-speech.js';

/** Take ме- and на- behind them: дармеояд, барнагардед. */
const PREVERBS = ['бар', 'дар', 'боз', 'во', 'фуру', 'фур', 'фаро'];

const EXACT: readonly Endings[] = [new Map([['', BARE]])];

/** How Tajik words inflect: nouns by one table, verbs by their past stem (the infinitive without -ан) and listed present stems. */
export const tajik: Morphology = {
  language: 'tajik',
  prefixes: TAJIK_PREFIXES.map(keyboardKey),
  classOf,
  stemsOf,
  auxiliaries: [],
};

function classOf(text: string, verbs: VerbTable): WordClass {
  return verbs.has(text) ? 'verb' : 'noun';
}

function stemsOf(word: Word, verbs: VerbTable): readonly Stem[] {
  if (word.is === 'fixed') return [word.text, ...spokenForms(word.text)].flatMap((form) => stems(form, EXACT));
  if (word.is === 'abbreviation') return stems(word.text, TAJIK_ABBREVIATION);
  if (word.is === 'noun') return [word.text, ...withoutEzafe(word.text)].flatMap((stem) => stems(stem, TAJIK_NOUN));
  return verbStems(word.text, verbs.get(word.text));
}

function stems(plain: string, endings: readonly (Endings | undefined)[]): readonly Stem[] {
  return keyboardKeys(plain).map((key) => ({ key, plain, endings }));
}

/** Lemmas of several words carry the ezafe («аскари хилофат»); the plural stands before it: аскарони. */
function withoutEzafe(text: string): readonly string[] {
  return text.length > 3 && /и$/.test(text) ? [text.slice(0, -1)] : [];
}

function verbStems(infinitive: string, forms: VerbForms | undefined): readonly Stem[] {
  const pastStems = [infinitive.replace(/ан$/, ''), ...(forms?.past ?? [])];
  const imperatives = forms?.imperative ?? [];
  const tableOf = (stem: string): typeof TAJIK_PRESENT =>
    imperatives.length > 0 && !imperatives.includes(stem) ? TAJIK_PRESENT_NO_BARE : TAJIK_PRESENT;
  return [
    ...pastStems.flatMap((stem) => withPreverb(stem, TAJIK_PAST)),
    ...(forms?.present ?? []).flatMap((stem) =>
      presentVariants(stem).flatMap((variant) => withPreverb(variant, tableOf(stem))),
    ),
    ...imperatives.flatMap((form) => stems(form, IMPERATIVE)),
    ...(forms?.present ?? []).flatMap(spokenStems),
  ];
}

/** Speech shortens меравем to мерем and мешавед to мешед: behind ме- and наме- only, where nothing else is meant. */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ['рав', 'р'],
  ['шав', 'ш'],
  ['гӯ', 'г'],
  ['те', 'т'],
]);
const BEHIND_ME: readonly (Endings | undefined)[] = TAJIK_PRESENT.map((endings, index) =>
  TAJIK_PREFIXES[index]?.endsWith('ме') === true ? endings : undefined,
);

function spokenStems(stem: string): readonly Stem[] {
  const short = SHORTENED.get(stem);
  return short === undefined ? [] : stems(short, BEHIND_ME);
}

/** A present stem in a vowel is written with and without й: о, ой; гӯ, гӯй. */
function presentVariants(stem: string): readonly string[] {
  const bare = stem.replace(/й$/, '');
  return /[оаеуиӯӣ]$/u.test(bare) ? [bare, `${bare}й`] : [stem];
}

/** A table for forms that are imperative as they stand, with the plural -ед. */
const IMPERATIVE: readonly (Endings | undefined)[] = TAJIK_PRESENT.map((endings) =>
  endings === undefined
    ? undefined
    : new Map([...endings].filter(([ending]) => ending === '' || ending.startsWith('е'))),
);

function withPreverb(stem: string, endings: readonly (Endings | undefined)[]): readonly Stem[] {
  const plain = [...stems(stem, endings), ...afterVowel(stem, endings)];
  const preverb = PREVERBS.find((candidate) => stem.startsWith(candidate) && stem.length > candidate.length);
  if (preverb === undefined) return plain;

  const base = stem.slice(preverb.length);
  const inner = TAJIK_PREFIXES.slice(1).flatMap((prefix, index) => {
    const table = endings[index + 1];
    return table === undefined ? [] : stems(preverb + prefix + base, [table]);
  });
  return [...plain, ...inner];
}

/** A stem in о takes a glide behind на- ма- би-: биёед, наёяд. */
function afterVowel(stem: string, endings: readonly (Endings | undefined)[]): readonly Stem[] {
  if (!stem.startsWith('о')) return [];
  return TAJIK_PREFIXES.flatMap((prefix, index) => {
    const table = endings[index];
    const glides = table !== undefined && /[аи]$/.test(prefix);
    return glides ? stems(`${prefix}ё${stem.slice(1)}`, [table]) : [];
  });
}
