import type { Publication } from '../domain/publication.js';

/** Changes that leave every score as it was: where alerts begin, what is tested, and what the pack is called. */
const KEEPS_SCORES = [
  /^threshold /,
  /^case /,
  /^setting changed: pack\.yaml: (?:(?:version|leastThresholds)\b[^,]*(?:, )?)+$/,
];

/**
 * The packs whose scores mean the same as those of the pack in force: itself, and what it replaced as long as nothing but
 * thresholds, cases or names changed. Verdicts on alerts of any of them teach together.
 */
export function comparablePacks(inForce: string, past: readonly Publication[]): ReadonlySet<string> {
  const packs = new Set([inForce]);
  for (const [at, publication] of [...past.entries()].reverse()) {
    if (!packs.has(publication.pack)) break;
    const before = past[at - 1];
    if (before === undefined || !publication.changes.every(keepsScores)) break;
    packs.add(before.pack);
  }
  return packs;
}

function keepsScores(change: string): boolean {
  return KEEPS_SCORES.some((kept) => kept.test(change));
}
