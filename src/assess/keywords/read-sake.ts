import type { Token } from '../text/token.js';
import type { Term } from './find-terms.js';
import { type Role, SIDE_ROLES } from './roles.js';

const SIDES: ReadonlySet<Role> = new Set<Role>(SIDE_ROLES);
const FOR: ReadonlySet<string> = new Set(['за', 'ради', 'для', 'za', 'radi', 'dlya', 'dlia']);
/** «во имя», «во славу». */
const IN_HONOUR: ReadonlySet<string> = new Set(['имя', 'славу', 'честь', 'imya', 'slavu', 'chest']);
/** «за наш халифат»: what may stand in between. */
const OWN: ReadonlySet<string> = new Set(
  'наш наше нашу наших нашего нашей свой свое своё свою своих своего весь всех этот это'.split(' '),
);

/**
 * «за ИГИЛ», «ради нашего халифата»: a Russian name does not tell by its ending for whose sake something is done; the
 * preposition does. It counts as the dative that Uzbek and Tajik endings show, so that a pattern can ask for it: «ИГИЛ
 * надо взрывать» strikes the group, «за ИГИЛ надо взрывать» strikes for it.
 */
export function readSake(terms: readonly Term[], tokens: readonly Token[]): readonly Term[] {
  if (!terms.some((term) => isForTheSakeOf(term, tokens))) return terms;
  return terms.map((term) =>
    isForTheSakeOf(term, tokens) ? { ...term, grammar: { ...term.grammar, case: 'dative' as const } } : term,
  );
}

function isForTheSakeOf({ language, role, first }: Term, tokens: readonly Token[]): boolean {
  if (language !== 'russian' || !SIDES.has(role)) return false;
  const at = OWN.has(wordBefore(first, tokens)) ? first - 1 : first;
  const word = wordBefore(at, tokens);
  return FOR.has(word) || IN_HONOUR.has(word);
}

/** The word before, unless a comma or the end of a sentence parts them. */
function wordBefore(at: number, tokens: readonly Token[]): string {
  return tokens[at]?.before === 'none' ? (tokens[at - 1]?.form ?? '') : '';
}
