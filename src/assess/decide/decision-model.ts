import type { WordingModel } from './wording-model.js';

/** What the decision weighs of a pattern that was met; each is 0 where it does not apply. */
export const FACTORS = [
  /** Always 1. */
  'bias',
  /** The pattern's own weight in the pack. */
  'pattern',
  /** How far the weights of its words stand above or below the usual 1, on average. */
  'words',
  /** A designated group, its fighters, leaders or ideology is among its words. */
  'group',
  /** It asks somebody: imperative, exhortative or second person. */
  'asks',
  /** The text says how to get in touch. */
  'contact',
  /** Other patterns of the text that are met as well, at most two. */
  'support',
  /** Sum of the weights of cues that govern it, as a positive number. */
  'cues',
  /** Whether the act is called for could not be told. */
  'unclear',
  /** Log-odds of Bayes, within {@link BAYES_LIMIT}: it moves a decision, it never makes one. */
  'bayes',
] as const;
export type Factor = (typeof FACTORS)[number];
export type Factors = Readonly<Record<Factor, number>>;

/** Bayes adds up words as if they were independent, so a long text drives it to extremes that mean nothing. */
export const BAYES_LIMIT = 6;

/** Fitted numbers of one language: `didbon train` makes them, nobody edits them. */
export interface DecisionModel {
  readonly coefficients: Factors;
  /** What the wording of a text says: log-odds that are added to those of a pattern. */
  readonly wording: WordingModel;
  /** Scores from which a text alerts, and from which it may be urgent. */
  readonly thresholds: { readonly review: number; readonly urgent: number };
}

/** The score: log-odds that the pattern is what it looks like. */
export function scoreOf(model: DecisionModel, factors: Factors): number {
  let score = 0;
  for (const factor of FACTORS) score += model.coefficients[factor] * factors[factor];
  return score;
}
