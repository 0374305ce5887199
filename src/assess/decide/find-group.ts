import type { TermHit } from '../keywords/evidence.js';

/** A name that mostly means somebody else needs a pattern. */
const LEAST_WEIGHT = 0.7;

/**
 * The designated group that a text names, the surest of several; also one that it speaks of, against or away from. That such a text
 * calls for nothing is mostly true, and left to its wording: asking it found four calls of a thousand more («who speaks against … dies»).
 */
export function findGroup(hits: readonly TermHit[]): TermHit | undefined {
  let best: TermHit | undefined;
  for (const hit of hits) {
    if (hit.role !== 'group' || hit.weight < LEAST_WEIGHT) continue;
    if (best === undefined || hit.weight > best.weight) best = hit;
  }
  return best;
}
