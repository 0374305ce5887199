import type { ReasonCount } from '../store/store.js';

/** Weight of the prior, in terms: as much as a small day of flags. */
const PRIOR_TERMS = 20;
/** Standard errors above no change: one-sided 2.5 %. */
const RISES_FROM = 1.96;
/** Fewer than this many flags are no trend. */
const FEWEST_FLAGS = 3;

/** A term that stands in more of this period's flags than chance would have it, after those of the period before. */
export interface RisingTerm {
  readonly role: string;
  readonly gloss: string;
  readonly now: number;
  readonly before: number;
  /** Log-odds ratio in standard errors. */
  readonly z: number;
}

/**
 * Terms on the rise, the surest first: the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn
 * («Fightin' Words», 2008), the prior being both periods together. Counted over flagged messages only: it says how alerts
 * change, not how people talk.
 */
export function risingTerms(now: readonly ReasonCount[], before: readonly ReasonCount[]): readonly RisingTerm[] {
  const key = ({ role, gloss }: ReasonCount) => `${role}\n${gloss}`;
  const earlier = new Map(before.map((term) => [key(term), term.count]));
  const totalNow = sum(now);
  const totalBefore = sum(before);
  const rising = now.map(({ role, gloss, count }) => {
    const old = earlier.get(key({ role, gloss, count })) ?? 0;
    const prior = (PRIOR_TERMS * (count + old)) / (totalNow + totalBefore);
    const logOdds = (hits: number, total: number) =>
      Math.log((hits + prior) / Math.max(Number.EPSILON, total + PRIOR_TERMS - hits - prior));
    const error = Math.sqrt(1 / (count + prior) + 1 / (old + prior));
    return { role, gloss, now: count, before: old, z: (logOdds(count, totalNow) - logOdds(old, totalBefore)) / error };
  });
  return rising.filter((term) => term.z >= RISES_FROM && term.now >= FEWEST_FLAGS).sort((a, b) => b.z - a.z);
}

function sum(terms: readonly ReasonCount[]): number {
  return terms.reduce((total, { count }) => total + count, 0);
}
