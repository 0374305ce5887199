import { z } from 'zod';
import { LANGUAGES } from '../../assess/assessment.js';

const separation = z.strictObject({
  /** Chance that a call is rated above a benign text; 0.5 is guessing. */
  auc: z.number(),
  /** Share of calls rated above 0, and of benign texts rated at most 0. */
  callsRight: z.number(),
  benignRight: z.number(),
});
/** How well odds tell calls from benign texts. */
export type Separation = z.infer<typeof separation>;

/** What cross-validation said of one language's classifier, on examples that it had not seen. */
export const bayesFiguresSchema = z.strictObject({
  examples: z.int().nonnegative(),
  smoothing: z.number(),
  prefix: z.int(),
  ...separation.shape,
});
export type BayesFigures = z.infer<typeof bayesFiguresSchema>;

/** What the weights of free wording said of examples that they had not seen, at even odds. */
export const wordingFiguresSchema = z.strictObject({
  /** Unseen ones that free wording is asked about. */
  calls: z.int().nonnegative(),
  benign: z.int().nonnegative(),
  ...separation.shape,
});
export type WordingFigures = z.infer<typeof wordingFiguresSchema>;

/** `models/figures.json`: measured while training; nothing that assessing needs. */
export const figuresFileSchema = z.strictObject({
  bayes: z.partialRecord(z.enum(LANGUAGES), bayesFiguresSchema),
  wording: z.partialRecord(z.enum(LANGUAGES), wordingFiguresSchema),
});
