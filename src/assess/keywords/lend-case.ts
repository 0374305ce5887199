import { uzbekKey } from '../text/keys.js';
import type { Token } from '../text/token.js';
import type { Term } from './find-terms.js';
import { isAct, type Role } from './roles.js';

/** What a group has: its fighters, leaders, ranks. */
const OWNED: ReadonlySet<Role> = new Set<Role>(['fighter', 'leader', 'ranks']);

/**
 * «ИШИД жангариларини» strikes the group as «ИШИДни» does: an owner without an ending stands in the case of what it owns,
 * right behind it. So does one in -ни that is said for -нинг: «игилни ролигини».
 */
export function lendCase(found: readonly Term[], tokens: readonly Token[]): readonly Term[] {
  const joined = found.some((term) => hasPartedRo(term, tokens)) ? found.map((term) => joinRo(term, tokens)) : found;
  const terms = freeFromActs(joined);
  const owned = new Map(
    terms
      .filter(({ first, role, grammar }) => grammar.case !== undefined && OWNED.has(role) && follows(tokens[first]))
      .map(({ first, grammar }) => [first, grammar.case] as const),
  );
  const spoken = terms.filter((term) => isAccusativeNoun(term) && looksPossessed(tokens[term.last]));
  if (owned.size === 0 && spoken.length === 0) return terms;
  const genitives =
    spoken.length === 0 ? undefined : new Set(spoken.filter(({ last }) => isOwner(last, terms, tokens)));
  return terms.map((term) => {
    if (term.language !== 'uzbek' || term.grammar.mood !== 'nominal') return term;
    if (term.grammar.case !== undefined && genitives?.has(term) !== true) return term;
    const lent = owned.get(term.last);
    return lent === term.grammar.case ? term : { ...term, grammar: { ...term.grammar, case: lent } };
  });
}

/** «сафидан жой ол» (take a place among): an ablative that an act holds in its own words leads away from nobody. */
function freeFromActs(terms: readonly Term[]): readonly Term[] {
  if (!terms.some(isAblative)) return terms;
  const held = new Set(terms.filter(({ role }) => isAct(role)).flatMap(({ positions }) => positions.slice(0, -1)));
  return terms.map((term) =>
    isAblative(term) && held.has(term.last - 1) ? { ...term, grammar: { ...term.grammar, case: undefined } } : term,
  );
}

function isAblative({ role, grammar }: Term): boolean {
  return OWNED.has(role) && grammar.case === 'ablative';
}

/** The accusative of Tajik, as written and as spoken. */
const RO: ReadonlySet<string> = new Set(['ро', 'ра', 'ro', 'ra']);

/** Tajik «ДИИШ-ро»: behind a hyphen the ending is a word of its own; where letters are spaced out the hyphen looks like a dash. */
function hasPartedRo({ language, last, grammar }: Term, tokens: readonly Token[]): boolean {
  const next = tokens[last];
  return (
    language === 'tajik' &&
    grammar.mood === 'nominal' &&
    next !== undefined &&
    next.before !== 'sentence' &&
    RO.has(next.form)
  );
}

function joinRo(term: Term, tokens: readonly Token[]): Term {
  return hasPartedRo(term, tokens) ? { ...term, grammar: { ...term.grammar, case: 'accusative' } } : term;
}

const POSSESSED = /(?:si|[^aeou]i|lari)(?:ni|ga|da|dan|ning|n|na)?$/;
/** A verb in the past may look possessed; then the lexicon has to know a noun there. */
const LIKE_PAST = /[dt]i$/;

function follows(token: Token | undefined): token is Token {
  return token !== undefined && token.before === 'none';
}

function isAccusativeNoun({ language, grammar }: Term): boolean {
  return language === 'uzbek' && grammar.mood === 'nominal' && grammar.case === 'accusative';
}

function looksPossessed(next: Token | undefined): boolean {
  return follows(next) && POSSESSED.test(uzbekKey(next.form));
}

/** Whether what stands at this token is a thing and no verb. */
function isOwner(at: number, terms: readonly Term[], tokens: readonly Token[]): boolean {
  const here = terms.filter(({ first }) => first === at);
  if (here.some(({ grammar: { mood } }) => mood !== 'nominal' && mood !== 'unknown')) return false;
  return here.length > 0 || !LIKE_PAST.test(uzbekKey(tokens[at]?.form ?? ''));
}
