import { uzbekKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import type { Term } from './find-terms.js';
import type { Role } from './roles.js';

/** What a group has: its fighters, leaders, ranks. */
const OWNED: ReadonlySet<Role> = new Set<Role>(['fighter', 'leader', 'ranks']);

/**
 * «ИШИД жангариларини» strikes the group as «ИШИДни» does: an owner without an ending stands in the case of what it owns,
 * right behind it. So does one in -ни that is said for -нинг: «игилни ролигини».
 */
export function lendCase(terms: readonly Term[], tokens: readonly Token[]): readonly Term[] {
  return terms.map((term) => {
    if (term.language !== 'uzbek' || term.grammar.mood !== 'nominal') return term;
    const owner = term.grammar.case === undefined || isSpokenGenitive(term, terms, tokens);
    if (!owner) return term;
    const owned = terms.find(
      ({ first, role, grammar }) =>
        first === term.last && grammar.case !== undefined && OWNED.has(role) && tokens[first]?.before === 'none',
    );
    const lent = owned?.grammar.case;
    return lent === term.grammar.case ? term : { ...term, grammar: { ...term.grammar, case: lent } };
  });
}

const POSSESSED = /(?:si|[^aeou]i|lari)(?:ni|ga|da|dan|ning|n|na)?$/;
/** A verb in the past may look possessed; then the lexicon has to know a noun there. */
const LIKE_PAST = /[dt]i$/;

function isSpokenGenitive({ grammar, last }: Term, terms: readonly Term[], tokens: readonly Token[]): boolean {
  const next = tokens[last];
  if (grammar.case !== 'accusative' || next === undefined || next.before !== 'none') return false;
  const key = uzbekKey(next.form);
  const here = terms.filter(({ first }) => first === last);
  if (here.some(({ grammar: { mood } }) => mood !== 'nominal' && mood !== 'unknown')) return false;
  return POSSESSED.test(key) && (!LIKE_PAST.test(key) || here.length > 0);
}
