import type { Term } from './find-terms.js';
import type { Role } from './roles.js';

/** What people name in another language inside a sentence; an act and its modal in two languages are words misread. */
const MIXES: ReadonlySet<Role> = new Set<Role>([
  'group',
  'fighter',
  'ideology',
  'leader',
  'target',
  'material',
  'money',
]);

/**
 * Whether a word may belong to an act: it is of its language, or people name it in another one. A name that the act's
 * language knows, too, is read there: only there its case is known.
 */
export function goesWith(term: Term, act: Term, terms: readonly Term[]): boolean {
  if (term.language === act.language) return true;
  const isKnown = (other: Term): boolean => other.language === act.language && other.first === term.first;
  return MIXES.has(term.role) && isPlainCall(act) && !terms.some(isKnown);
}

/** Only a verb that plainly calls lends itself to another language: Tajik «рад кард» is not Russian «рад». */
function isPlainCall({ grammar: { mood, person } }: Term): boolean {
  return (
    mood === 'imperative' || mood === 'exhortative' || mood === 'infinitive' || (mood === 'indicative' && person === 1)
  );
}
