import type { Grammar } from './evidence.js';

type Person = Grammar['person'];
type Tense = Grammar['tense'];

/** Builds one grammar; endings tables are made of these. */
export function grammar(mood: Grammar['mood'], person?: Person, tense?: Tense, negated = false): Grammar {
  return { negated, mood, person, tense };
}

/** A noun, an adjective, a name: it asks nothing of anybody. */
export const NOMINAL: Grammar = grammar('nominal');

/** A particle, an abbreviation, a form taken exactly as written. */
export const BARE: Grammar = grammar('unknown');

/** The same form with its negation turned round. */
export function negate(of: Grammar): Grammar {
  return { ...of, negated: !of.negated };
}

/** Which mood is meant where a form has several: the one that asks most. */
export const MOOD_RANK: Readonly<Record<Grammar['mood'], number>> = {
  imperative: 0,
  exhortative: 1,
  infinitive: 2,
  optative: 3,
  indicative: 4,
  nominal: 5,
  unknown: 6,
};

/** Moods in which a speaker turns to the reader: a modal or a particle does not govern them across a comma. */
export function isDirectCall({ mood, person }: Grammar): boolean {
  return mood === 'imperative' || mood === 'exhortative' || (mood === 'indicative' && person === 1);
}
