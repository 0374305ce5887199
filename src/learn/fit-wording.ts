import { WORDING_FACTORS, type WordingFactor, type WordingFactors } from '../assess/decide/wording-model.js';
import { fitEvenly, roundWeight } from './fit-evenly.js';
import type { Prior } from './fit-logistic.js';

/** A text that names a designated group and an act: what is weighed of it, and whether it is a call. */
export interface WordingObservation {
  readonly factors: WordingFactors;
  readonly isCall: boolean;
}

const speaksFor: Prior = { mean: 0.5, spread: 0.5, least: 0, most: 3 };
const speaksAgainst: Prior = { mean: -1, spread: 0.7, least: -4, most: 0 };

/** Ranges keep signs right: a cue never raises, an act never lowers. */
const PRIORS: Readonly<Record<WordingFactor, Prior>> = {
  bias: { mean: -1, spread: 1, least: -6, most: 0 },
  bayes: { mean: 0.4, spread: 0.1, least: 0, most: 0.7 },
  act: speaksFor,
  asks: speaksFor,
  opens: speaksFor,
  involves: speaksFor,
  side: { mean: 3, spread: 1, least: 0, most: 8 },
  leader: speaksFor,
  denied: speaksAgainst,
  past: speaksAgainst,
  why: speaksAgainst,
  question: speaksAgainst,
  length: speaksAgainst,
  reporting: speaksAgainst,
  refutation: speaksAgainst,
  warning: speaksAgainst,
  negation: speaksAgainst,
  quotation: speaksAgainst,
  homonym: speaksAgainst,
  history: speaksAgainst,
  law: speaksAgainst,
};

/**
 * How far the odds must stand above even before words that no pattern joins alert: nothing but their company says that they
 * belong together. At this margin one more text in ten was found, and one in three hundred benign ones near the line was lost,
 * on sets that others wrote and nothing was trained on.
 */
const MARGIN = 1;
/** Keeps clear of the benign line that stands highest, up to here: one that stands higher is a fault to mend. */
const MOST_MARGIN = 2.5;
const CLEAR = 0.25;

/** Fits one set of weights for all languages: each has too few such texts. */
export function fitWording(observations: readonly WordingObservation[]): WordingFactors {
  return fitEvenly(observations, WORDING_FACTORS, PRIORS);
}

/** Moves the weights to the scale of a language's thresholds: what they find from `review` on stands clear of these benign scores. */
export function settleWording(fitted: WordingFactors, review: number, benign: readonly number[]): WordingFactors {
  const highest = benign.reduce((most, score) => Math.max(most, score + CLEAR), MARGIN);
  return { ...fitted, bias: roundWeight(fitted.bias - Math.min(highest, MOST_MARGIN) + review) };
}
