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
  /** Log-odds of Bayes, within {@link BAYES_LIMITS}: it moves a decision, it never makes one. */
  'bayes',
] as const;
export type Factor = (typeof FACTORS)[number];
export type Factors = Readonly<Record<Factor, number>>;

/**
 * Bayes adds up words as if they were independent, so a long text drives it to extremes that mean little. What it says further out
 * still told calls of a named group from benign texts; where only a pattern was met it woke two lines of benign text more.
 */
export const BAYES_LIMITS = { pattern: 6, wording: 10 } as const;

/**
 * What a unit of Bayes' log-odds is worth beside the wording. Not fitted with each training: on 12,700 examples of authors that
 * neither had learnt from, 0.2 to 0.3 did equally well, 0.1 and 0.4 worse.
 */
export const BAYES_SHARE = 0.3;

/**
 * What a unit of a pattern's own score is worth beside the wording about it. Not fitted: patterns were written beside the examples,
 * which would trust them three times as much; on eight sets of other authors this found as many calls, and kept more benign texts quiet.
 */
export const PATTERN_SHARE = 0.25;

/** Fitted numbers of one language: `didbon train` makes them, nobody edits them. */
export interface DecisionModel {
  readonly coefficients: Factors;
  /** What the wording of a text says; where it is asked it decides, with its shares of Bayes and of the pattern. */
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
