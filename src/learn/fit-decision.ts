import { FACTORS, type Factor, type Factors } from '../assess/decide/decision-model.js';
import { fitEvenly } from './fit-evenly.js';
import type { Prior } from './fit-logistic.js';

/** A text that met a pattern: the numbers of that pattern, and whether the text is a call. */
export interface DecisionObservation {
  readonly factors: Factors;
  readonly isCall: boolean;
}

/**
 * What is believed before any example is seen, so that a pack with few examples decides sensibly: a pattern of usual weight (4)
 * that names a group alerts, one governed by a cue of usual weight (3) does not, and Bayes shifts by 1.5 at the most.
 * Ranges keep signs right: a cue never raises, a group never lowers.
 */
const PRIORS: Readonly<Record<Factor, Prior>> = {
  bias: { mean: -2.5, spread: 0.7, least: -6, most: 0 },
  pattern: { mean: 1, spread: 0.15, least: 0.5, most: 1.5 },
  words: { mean: 1, spread: 0.3, least: 0, most: 2 },
  group: { mean: 1, spread: 0.4, least: 0, most: 2 },
  asks: { mean: 0.5, spread: 0.4, least: 0, most: 2 },
  contact: { mean: 0.3, spread: 0.3, least: 0, most: 1 },
  support: { mean: 0.3, spread: 0.3, least: 0, most: 1 },
  cues: { mean: -1, spread: 0.15, least: -2, most: -0.6 },
  unclear: { mean: -1.5, spread: 0.5, least: -4, most: -0.5 },
  // The wording says in part the same, and more surely.
  bayes: { mean: 0.2, spread: 0.05, least: 0, most: 0.25 },
};

/** Fits the coefficients of one language. */
export function fitDecision(observations: readonly DecisionObservation[]): Factors {
  return fitEvenly(observations, FACTORS, PRIORS);
}

/** The coefficients that hold without any example. */
export function priorDecision(): Factors {
  return fitDecision([]);
}
