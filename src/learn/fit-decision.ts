import { FACTORS, type Factor, type Factors } from '../assess/decide/decision-model.js';
import { fitLogistic, type Prior } from './fit-logistic.js';

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
  bayes: { mean: 0.2, spread: 0.05, least: 0, most: 0.4 },
};

/** Fits the coefficients of one language, calls and benign texts weighing the same in total. Rounded to four digits, so that every machine agrees. */
export function fitDecision(observations: readonly DecisionObservation[]): Factors {
  const calls = observations.filter(({ isCall }) => isCall).length;
  const benign = observations.length - calls;
  const most = Math.max(calls, benign);
  const fitted = fitLogistic(
    observations.map(({ factors, isCall }) => ({
      x: FACTORS.map((factor) => factors[factor]),
      y: isCall ? 1 : 0,
      weight: most / (isCall ? calls : benign),
    })),
    FACTORS.map((factor) => PRIORS[factor]),
  );
  const coefficient = (factor: Factor) => round(fitted[FACTORS.indexOf(factor)] ?? PRIORS[factor].mean);
  return {
    bias: coefficient('bias'),
    pattern: coefficient('pattern'),
    words: coefficient('words'),
    group: coefficient('group'),
    asks: coefficient('asks'),
    contact: coefficient('contact'),
    support: coefficient('support'),
    cues: coefficient('cues'),
    unclear: coefficient('unclear'),
    bayes: coefficient('bayes'),
  };
}

/** The coefficients that hold without any example. */
export function priorDecision(): Factors {
  return fitDecision([]);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
