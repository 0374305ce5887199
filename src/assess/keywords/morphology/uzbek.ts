import { uzbekKey, uzbekKeys } from '../../text/keys.js';
import { BARE } from '../grammar.js';
import type { VerbForms, WordClass } from '../lexicon-input.js';
import type { Endings, Morphology, Stem, VerbTable, Word } from './morphology.js';
import { type StemEnd, UZBEK_CLIPPED, UZBEK_PASSIVE, UZBEK_VERB, UZBEK_VERB_NO_BARE } from './uzbek-endings.js';
import { UZBEK_ABBREVIATION, UZBEK_NOUN, UZBEK_POSSESSED, UZBEK_WORN_PLURAL } from './uzbek-nouns.js';
import { CLIPPED, WORN } from './uzbek-spoken.js';

const EXACT: Endings = new Map([['', BARE]]);
const INFINITIVE = /(?:моқ|moq)$/;

/** Verbs that stand behind a converb and say nothing of their own: ташлаб юбор, аъзо бўлиб қўй, тарқата бер. */
const AUXILIARIES = 'юбор қўй ол бер кет кел бор чиқ ташла таша тур юр ўтир қол кўр бўл ўт сол'.split(' ');

/** How Uzbek words inflect: suffix chains behind a noun stem or behind a verb stem (the infinitive without -моқ), in either script. */
export const uzbek: Morphology = {
  language: 'uzbek',
  prefixes: [''],
  classOf,
  stemsOf,
  auxiliaries: AUXILIARIES.map((plain) => ({
    key: uzbekKey(plain),
    plain,
    endings: [UZBEK_VERB[plain.startsWith('таш') ? 'vowel' : 'consonant']],
  })),
};

function classOf(text: string, verbs: VerbTable): WordClass {
  return verbs.has(text) || INFINITIVE.test(text) ? 'verb' : 'noun';
}

function stemsOf(word: Word, verbs: VerbTable): readonly Stem[] {
  if (word.is === 'fixed') return stems(word.text, EXACT);
  if (word.is === 'abbreviation') return stems(word.text, UZBEK_ABBREVIATION);
  if (word.is === 'noun')
    return [...stems(word.text, UZBEK_NOUN), ...changedStems(word.text), ...wornPlurals(word.text)];
  return verbStems(word.text, verbs.get(word.text));
}

function stems(plain: string, endings: Endings): readonly Stem[] {
  return uzbekKeys(plain).map((key) => ({ key, plain, endings: [endings] }));
}

/** Nouns whose last vowel drops before a possessive ending: оғиз, оғзи. */
const DROPS_VOWEL = new Set(
  'оғиз бурун сингил кўнгил ўрин қорин бўйин ўғил шаҳар эгин бағир ogʼiz burun singil koʼngil oʼrin qorin boʼyin oʼgʼil shahar bagʼir'.split(
    ' ',
  ),
);

/** Before a vowel k becomes g (q and gʻ are one letter with them in the key), and some nouns drop their last vowel. */
function changedStems(plain: string): readonly Stem[] {
  const softened = /[кқkq]$/.test(plain) ? stems(softenEnd(plain), UZBEK_POSSESSED) : [];
  const dropped = DROPS_VOWEL.has(plain) ? stems(`${plain.slice(0, -2)}${plain.slice(-1)}`, UZBEK_POSSESSED) : [];
  return [...softened, ...dropped];
}

/** A lemma in the plural (мужоҳидлар) is said without its -р. */
function wornPlurals(plain: string): readonly Stem[] {
  return PLURAL.test(plain) ? stems(plain.slice(0, -1), UZBEK_WORN_PLURAL) : [];
}

const PLURAL = /..(?:лар|lar)$/;

function softenEnd(plain: string): string {
  return `${plain.slice(0, -1)}${/[a-z]$/.test(plain) ? 'g' : 'г'}`;
}

function verbStems(infinitive: string, forms: VerbForms | undefined): readonly Stem[] {
  const stem = infinitive.replace(INFINITIVE, '');
  const imperatives = forms?.imperative ?? [];
  const tables = imperatives.length > 0 ? UZBEK_VERB_NO_BARE : UZBEK_VERB;
  const clipped = CLIPPED.get(stem);
  const worn = WORN.get(stem);
  const listed = imperatives.flatMap((form) => stems(form, IMPERATIVE));
  return [
    ...[stem, ...(forms?.present ?? []), ...(forms?.past ?? [])].flatMap((each) => stems(each, tables[stemEnd(each)])),
    ...(worn === undefined ? [] : stems(worn, tables[stemEnd(worn)])),
    ...(clipped === undefined ? [] : stems(clipped, UZBEK_CLIPPED)),
    ...passives(stem).flatMap((each) => stems(each, UZBEK_PASSIVE)),
    ...listed,
  ];
}

/** «ўлдирилсин», «тўпланмоқда», «қилинади»: behind a vowel and behind -l- the passive is made with -n-, else with -il-. */
function passives(stem: string): readonly string[] {
  if (ALREADY_PASSIVE.test(stem)) return [];
  const latin = /[a-zʼ]$/.test(stem);
  if (stemEnd(stem) === 'vowel') return [`${stem}${latin ? 'n' : 'н'}`];
  if (/[лl]$/.test(stem)) return [`${stem}${latin ? 'in' : 'ин'}`];
  return [`${stem}${latin ? 'il' : 'ил'}`];
}

/** Two letters before it at least: қил and бил are no passives. */
const ALREADY_PASSIVE = /..(?:ил|[иа]н|il|[ia]n)$/;

function stemEnd(stem: string): StemEnd {
  return /[аеёиоуўэюяaeiou]$/u.test(stem) || /oʼ$/.test(stem) ? 'vowel' : 'consonant';
}

/** The listed form itself, and nothing behind it but a particle. */
const IMPERATIVE: Endings = new Map([...UZBEK_VERB.consonant].filter(([ending]) => ending === '' || ending === 'chi'));
