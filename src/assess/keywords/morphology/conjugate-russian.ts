import type { VerbForms } from '../lexicon-input.js';
import type { ThirdPlural } from './russian-endings.js';

/** The stems that a Russian verb needs; all without -ся. */
export interface Conjugation {
  /** First person singular, whole. */
  readonly first: string;
  /** The third person plural without -ут, -ют, -ат, -ят. */
  readonly present: string;
  readonly third: ThirdPlural;
  readonly imperatives: readonly string[];
  /** The infinitive without -ть. */
  readonly pastStems: readonly string[];
  /** Past forms that were listed. */
  readonly pastForms: readonly string[];
  /** The short passive participle in the masculine: убит, уничтожен; undefined where there is none to be sure of. */
  readonly passive: string | undefined;
}

const THIRD: readonly ThirdPlural[] = ['ут', 'ют', 'ят', 'ат'];

/** Labial and dental stems soften in the first person: куплю, брошу, вожу. */
const SOFTENED: readonly (readonly [RegExp, string])[] = [
  [/ст$/, 'щ'],
  [/([бпвфм])$/, '$1л'],
  [/т$/, 'ч'],
  [/[дз]$/, 'ж'],
  [/с$/, 'ш'],
];

/** Forms from the infinitive by the safe classes (-ать, -ять, -еть, -овать, -нуть, -ить); listed forms win. */
export function conjugate(infinitive: string, listed: VerbForms | undefined): Conjugation {
  const strip = (form: string): string => form.replace(/(?:ся|сь)$/, '');
  const [first, third] = (listed?.present ?? []).map(strip);
  const guessed = guessPresent(infinitive);
  const plural = third ?? guessed.third;
  const present = plural.replace(/(?:ут|ют|ат|ят)$/, '');
  const given = (listed?.imperative ?? []).map((form) => strip(form));
  const pastForms = withNeuter((listed?.past ?? []).map(strip));
  return {
    first: first ?? guessed.first,
    present,
    third: THIRD.find((ending) => plural.endsWith(ending)) ?? 'ют',
    imperatives: given.length > 0 ? given : imperativesOf(present),
    pastStems: pastForms.length > 0 ? [] : [infinitive.replace(/(?:ть|ти|чь)$/, '')],
    pastForms,
    passive: passiveOf(infinitive, first ?? guessed.first),
  };
}

/** Of a listed past the neuter follows from the feminine: сожгла, сожгло. Names of groups are neuter, too. */
function withNeuter(past: readonly string[]): readonly string[] {
  return [...new Set([...past, ...past.filter((form) => form.endsWith('ла')).map((form) => form.replace(/а$/, 'о'))])];
}

/** The shortest stems give ordinary words (стан, бита), so they get none. */
const PASSIVE_FROM = 3;

/** взорвать – взорван, убить – убит, кинуть – кинут, уничтожить – уничтожен, принести – принесен. */
function passiveOf(infinitive: string, first: string): string | undefined {
  const stem = infinitive.replace(/ть$/, '');
  if (/[ая]$/.test(stem)) return stem.length > PASSIVE_FROM ? `${stem}н` : undefined;
  if (stem.length < PASSIVE_FROM) return undefined;
  if (stem.endsWith('ну') || (stem.endsWith('и') && first.endsWith('ью'))) return `${stem}т`;
  return /(?:ить|ти|чь)$/.test(infinitive) ? `${first.replace(/[юу]$/, '')}ен` : undefined;
}

/** Whether the ending is stressed the letters do not tell: «вступите», but «ударьте», in the plural only, since удар is a noun. */
function imperativesOf(present: string): readonly string[] {
  if (/[аеёиоуыэюя]$/.test(present)) return [`${present}й`];
  return /т$/.test(present) ? [`${present}и`] : [`${present}и`, `${present}ьте`];
}

function guessPresent(infinitive: string): { readonly first: string; readonly third: string } {
  const stem = infinitive.replace(/(?:ть|ти|чь)$/, '');
  if (/[ое]ва$/.test(stem) && stem.length > 4)
    return firstConjugation(
      `${stem.slice(0, -3)}${/[жшчщц]ева$/.test(stem) ? 'у' : stem.endsWith('ева') ? 'ю' : 'у'}`,
      'ю',
    );
  if (stem.endsWith('ну')) return firstConjugation(stem.slice(0, -1), 'у');
  if (stem.endsWith('и')) return secondConjugation(stem.slice(0, -1));
  return firstConjugation(stem, 'ю');
}

function firstConjugation(stem: string, ending: 'у' | 'ю'): { readonly first: string; readonly third: string } {
  return { first: `${stem}${ending}`, third: `${stem}${ending}т` };
}

function secondConjugation(stem: string): { readonly first: string; readonly third: string } {
  const rule = SOFTENED.find(([pattern]) => pattern.test(stem));
  const first = rule === undefined ? stem : stem.replace(rule[0], rule[1]);
  return {
    first: /[жшчщ]$/.test(first) ? `${first}у` : `${first}ю`,
    third: /[жшчщ]$/.test(stem) ? `${stem}ат` : `${stem}ят`,
  };
}
