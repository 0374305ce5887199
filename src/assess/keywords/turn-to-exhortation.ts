import type { Term } from './find-terms.js';

/** Words between «давайте» and the verb that it makes an exhortation of. */
const REACH = 3;

/** «давайте вступим», «биёед равем», «keling boraylik»: behind a word of role come-on a plain form calls on us all. */
export function turnToExhortation(terms: readonly Term[]): readonly Term[] {
  const inviting = terms.filter((term) => term.role === 'come-on');
  if (inviting.length === 0) return terms;
  return terms.map((term) => {
    if (term.role === 'come-on' || !canTurn(term)) return term;
    const invited = inviting.some(
      (word) => word.last <= term.last && term.first - word.last <= REACH && word.first < term.last,
    );
    return invited ? { ...term, grammar: { ...term.grammar, mood: 'exhortative', person: 1 } } : term;
  });
}

/** A Russian wish («пусть вступят») stays one: whoever wishes may mean anybody. */
function canTurn({ language, grammar: { mood, person, tense } }: Term): boolean {
  if (mood === 'optative') return language !== 'russian';
  return mood === 'infinitive' || (mood === 'indicative' && person === 1 && tense !== 'past');
}
