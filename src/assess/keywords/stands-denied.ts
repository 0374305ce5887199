import type { Token } from '../text/token.js';
import type { Term } from './find-terms.js';
import { hasComma } from './govern.js';
import { ACT_ROLES, type Role } from './roles.js';

const ACTS: ReadonlySet<Role> = new Set<Role>(ACT_ROLES);

/**
 * «Do not go to the group, serve your parents»: the group belongs to the act that is denied in its own clause, and the act
 * of another clause does not reach over the comma for it.
 */
export function standsDenied(
  act: Term,
  objects: readonly Term[],
  terms: readonly Term[],
  tokens: readonly Token[],
): boolean {
  if (act.grammar.negated) return false;
  const denied = terms.filter(({ role, grammar }) => ACTS.has(role) && grammar.negated && grammar.person !== undefined);
  if (denied.length === 0) return false;
  return objects.some(
    (object) => isApart(object, act, tokens) && denied.some((other) => !isApart(object, other, tokens)),
  );
}

/** True when a comma or the end of a sentence stands between two words. */
function isApart(a: Term, b: Term, tokens: readonly Token[]): boolean {
  if (tokens[a.first]?.sentence !== tokens[b.first]?.sentence) return true;
  const [one, other] = a.first < b.first ? [a, b] : [b, a];
  return hasComma(one.first + 1, other.first, tokens);
}
