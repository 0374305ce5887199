import type { TermHit } from '../keywords/evidence.js';
import { SIDE_ROLES } from '../keywords/roles.js';
import { isSpokenOf } from '../keywords/spoken-of.js';
import type { Token } from '../text/token.js';

const SIDES: ReadonlySet<string> = new Set(SIDE_ROLES);
/** A word that mostly means somebody else needs a pattern. */
const LEAST_WEIGHT = 0.7;

/** The designated side that a text names for its own sake, a group's name before all, then the surest; not one that it speaks of, against or away from. */
export function findSide(hits: readonly TermHit[], tokens: readonly Token[]): TermHit | undefined {
  let best: TermHit | undefined;
  for (const hit of hits) {
    if (!SIDES.has(hit.role) || hit.weight < LEAST_WEIGHT || isNoSide(hit, tokens)) continue;
    if (best === undefined || rankOf(hit) > rankOf(best)) best = hit;
  }
  return best;
}

/** A name before those who stand with it. */
function rankOf({ role, weight }: TermHit): number {
  return role === 'group' ? weight + 1 : weight;
}

function isNoSide(hit: TermHit, tokens: readonly Token[]): boolean {
  return hit.grammar.case === 'ablative' || isSpokenOf(hit, hit.language, tokens);
}
