import type { Token } from '../text/token.js';
import type { Term } from './find-terms.js';
import { hasComma } from './govern.js';
import { isAct } from './roles.js';

/**
 * «Do not go to the group, serve your parents»: the group belongs to the act that is denied in its own clause. An act of
 * another clause does not reach over the comma for it, and where the verb closes its clause not over a denied verb either;
 * a word that is no act at all («brothers») makes no call of a group that is denied. What somebody else did not do denies
 * the reader nothing.
 */
export function standsDenied(
  act: Term,
  objects: readonly Term[],
  terms: readonly Term[],
  tokens: readonly Token[],
): boolean {
  if (act.grammar.negated) return false;
  const denied = terms.filter((term) => isAct(term.role) && isRefused(term));
  if (denied.length === 0) return false;
  const isElsewhere = (object: Term, other: Term): boolean =>
    !isAct(act.role) || isApart(object, act, tokens) || standsBetween(object, other, act);
  return objects.some(
    (object) =>
      (object !== act || !isAct(act.role)) &&
      denied.some((other) => other !== object && !isApart(object, other, tokens) && isElsewhere(object, other)),
  );
}

/** «Do not go», «I will not go»; not «it does not forget you» nor Uzbek «if it does not come», which deny nobody the group. */
function isRefused({ language, grammar: { negated, person, mood, tense } }: Term): boolean {
  if (language === 'uzbek' && mood === 'optative' && tense === undefined) return false;
  return negated && person !== undefined && !(mood === 'indicative' && person !== 1);
}

/** Tajik and Uzbek verbs stand behind what they govern. */
function standsBetween(object: Term, denied: Term, act: Term): boolean {
  return act.language !== 'russian' && object.last <= denied.first && denied.last <= act.first;
}

/** True when a comma or the end of a sentence stands between two words. */
function isApart(a: Term, b: Term, tokens: readonly Token[]): boolean {
  if (tokens[a.first]?.sentence !== tokens[b.first]?.sentence) return true;
  const [one, other] = a.first < b.first ? [a, b] : [b, a];
  return hasComma(one.first + 1, other.first, tokens);
}
