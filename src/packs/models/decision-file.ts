import { z } from 'zod';
import { FACTORS } from '../../assess/decide/decision-model.js';
import { WORDING_FACTORS } from '../../assess/decide/wording-model.js';

const thresholdBasis = z.strictObject({
  /** SHA-256 of the benign text that the thresholds were set from; absent where none was at hand. */
  benignText: z.string().optional(),
  /** Lines of it in this language. */
  lines: z.int().nonnegative(),
  /** Lines of it that reach `review`. */
  alerts: z.int().nonnegative(),
});

/** One language's fitted numbers, and what the thresholds rest on. */
export const decisionModelSchema = z.strictObject({
  coefficients: z.record(z.enum(FACTORS), z.number()),
  wording: z.record(z.enum(WORDING_FACTORS), z.number()),
  thresholds: z.strictObject({ review: z.number(), urgent: z.number() }),
  basis: thresholdBasis,
});
export type FittedDecision = z.infer<typeof decisionModelSchema>;
