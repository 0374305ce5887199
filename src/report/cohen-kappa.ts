import type { VerdictKind } from '../domain/alert.js';

/** What two people said of one alert, neither knowing of the other. */
export interface VerdictPair {
  readonly first: VerdictKind;
  readonly second: VerdictKind;
}

/**
 * Cohen's kappa (1960): how far two judges agree beyond chance; 1 always, 0 no more than chance, below 0 less.
 * Null where it is not defined: without pairs, or where both only ever said one and the same thing.
 */
export function cohenKappa(pairs: readonly VerdictPair[]): number | null {
  const n = pairs.length;
  const share = (holds: (pair: VerdictPair) => boolean) => pairs.filter(holds).length / n;
  const first = share((pair) => pair.first === 'confirmed');
  const second = share((pair) => pair.second === 'confirmed');
  const byChance = first * second + (1 - first) * (1 - second);
  if (n === 0 || byChance === 1) return null;
  return (share((pair) => pair.first === pair.second) - byChance) / (1 - byChance);
}
