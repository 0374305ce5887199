import type { TermHit } from '../keywords/evidence.js';
import { isSpokenOf } from '../keywords/spoken-of.js';
import type { Token } from '../text/token.js';

/** A name that mostly means somebody else needs a pattern. */
const LEAST_WEIGHT = 0.7;

/** The designated group that a text names for its own sake, the surest of several; not one that it speaks of, against or away from. */
export function findGroup(hits: readonly TermHit[], tokens: readonly Token[]): TermHit | undefined {
  let best: TermHit | undefined;
  for (const hit of hits) {
    if (hit.role !== 'group' || hit.weight < LEAST_WEIGHT || isOnlySpokenOf(hit, tokens)) continue;
    if (best === undefined || hit.weight > best.weight) best = hit;
  }
  return best;
}

function isOnlySpokenOf(hit: TermHit, tokens: readonly Token[]): boolean {
  return hit.grammar.case === 'ablative' || isSpokenOf(hit, hit.language, tokens);
}
