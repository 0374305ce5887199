import { stemRussian } from '../../natural/stem-russian.js';
import { keyboardKeys } from '../../text/keys.js';
import { BARE } from '../grammar.js';
import type { VerbForms, WordClass } from '../lexicon-input.js';
import { conjugate } from './conjugate-russian.js';
import type { Endings, Morphology, Stem, VerbTable, Word } from './morphology.js';
import { RUSSIAN_ABBREVIATION, RUSSIAN_NOUN, RUSSIAN_NOUN_BEHIND_SHORT, RUSSIAN_VERB } from './russian-endings.js';
import { russianKey } from './russian-key.js';

const EXACT: Endings = new Map([['', BARE]]);
const INFINITIVE = /(?:ть|ти|чь)(?:ся|сь)?$/;
/** новость, верность, месть look like infinitives and are none; the few verbs in -есть are listed. */
const ABSTRACT_NOUN = /[оеё]сть$/;

/**
 * How Russian words inflect. Nouns and adjectives: the part that stays filters, natural's stemmer decides.
 * Verbs: by the stems that the infinitive gives or the analyst lists.
 */
export const russian: Morphology = {
  language: 'russian',
  prefixes: [''],
  classOf,
  stemsOf,
  auxiliaries: [],
};

function classOf(text: string, verbs: VerbTable): WordClass {
  if (verbs.has(text)) return 'verb';
  return INFINITIVE.test(text) && !ABSTRACT_NOUN.test(text) ? 'verb' : 'noun';
}

function stemsOf(word: Word, verbs: VerbTable): readonly Stem[] {
  if (word.is === 'fixed') return stems(word.text, EXACT);
  if (word.is === 'abbreviation') return stems(word.text, RUSSIAN_ABBREVIATION);
  if (word.is === 'noun') return nounStems(word.text);
  return verbStems(word.text, verbs.get(word.text));
}

function stems(plain: string, endings: Endings): readonly Stem[] {
  const written = russianKey(plain);
  const others = keyboardKeys(plain).filter((key) => key !== written);
  return [
    { key: written, plain, endings: [endings] },
    ...others.map((key) => ({ key, plain, endings: [endings], latinOnly: true })),
  ];
}

const ADJECTIVE_END = /(?:ий|ый|ой|ая|яя|ое|ее|ие|ые)$/;

function nounStems(lemma: string): readonly Stem[] {
  const stays = lemma.length > 4 && ADJECTIVE_END.test(lemma) ? lemma.slice(0, -2) : lemma.replace(/[аяоеёыиьй]$/, '');
  const stemsTo = [
    ...new Set([
      stays.replace(/ё/g, 'е'),
      ...[lemma, `${stays}а`, `${stays}ом`, `${stays}ами`, `${stays}ов`].map(stemRussian),
    ]),
  ];
  const whole = stems(stays, RUSSIAN_NOUN).map((stem) => ({ ...stem, stemsTo }));
  const short = withoutFleetingVowel(lemma);
  return short === undefined ? whole : [...whole, ...stems(short, RUSSIAN_NOUN_BEHIND_SHORT)];
}

/** боец, бойца; купец, купца; отец, отца; рынок, рынка: what the vowel of the last syllable leaves behind. */
function withoutFleetingVowel(lemma: string): string | undefined {
  if (/[аеёиоуыэюя]ец$/.test(lemma)) return lemma.replace(/ец$/, 'йц');
  if (/[бвгджзклмнпрстфхш]ец$/.test(lemma)) return lemma.replace(/ец$/, 'ц');
  return /[бвдзлмнпрст]ок$/.test(lemma) ? lemma.replace(/ок$/, 'к') : undefined;
}

/** убьёшь; даёшь of давать, but плаваешь of плавать. */
function hasStressedEnding(infinitive: string, present: string): boolean {
  return present.endsWith('ь') || infinitive === `${present}вать`;
}

function verbStems(infinitive: string, forms: VerbForms | undefined): readonly Stem[] {
  const reflexive = /(?:ся|сь)$/.test(infinitive);
  const plain = infinitive.replace(/(?:ся|сь)$/, '');
  const table = RUSSIAN_VERB[reflexive ? 'reflexive' : 'plain'];
  const verb = conjugate(plain, forms);
  return [
    ...stems(plain, table.infinitive),
    ...stems(verb.first, table.first),
    ...stems(verb.present, hasStressedEnding(plain, verb.present) ? table.presentStressed : table.present[verb.third]),
    ...verb.imperatives.flatMap((form) => stems(form, table.imperative)),
    ...verb.pastStems.flatMap((stem) => stems(stem, table.past)),
    ...verb.pastForms.flatMap((form) => stems(form, table.pastForm)),
    ...(verb.passive === undefined || reflexive ? [] : stems(verb.passive, table.passive)),
    // People write е for ё, never ё for е: Tajik «ёд» (memory) is no «едь».
  ].map((stem) => (stem.plain.startsWith('е') ? { ...stem, withoutYo: true } : stem));
}
