import type { Token } from '../text/token.js';
import type { Term } from './find-terms.js';
import type { Role } from './roles.js';

/** What a group has: its fighters, leaders, ranks. */
const OWNED: ReadonlySet<Role> = new Set<Role>(['fighter', 'leader', 'ranks']);

/**
 * «ИШИД жангариларини» strikes the group as «ИШИДни» does: an owner without an ending stands in the case of what it owns,
 * right behind it.
 */
export function lendCase(terms: readonly Term[], tokens: readonly Token[]): readonly Term[] {
  const cased = terms.filter((term) => term.grammar.case !== undefined && OWNED.has(term.role));
  if (cased.length === 0) return terms;
  return terms.map((term) => {
    if (term.language !== 'uzbek' || term.grammar.mood !== 'nominal' || term.grammar.case !== undefined) return term;
    const owned = cased.find(({ first }) => first === term.last && tokens[first]?.before === 'none');
    return owned === undefined ? term : { ...term, grammar: { ...term.grammar, case: owned.grammar.case } };
  });
}
