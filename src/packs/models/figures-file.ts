import { z } from 'zod';
import { LANGUAGES } from '../../assess/assessment.js';

/** What cross-validation said of one language's classifier, on examples that it had not seen. */
export const bayesFiguresSchema = z.strictObject({
  examples: z.int().nonnegative(),
  smoothing: z.number(),
  prefix: z.int(),
  /** Chance that a call is rated above a benign text; 0.5 is guessing. */
  auc: z.number(),
  /** Share of calls rated above 0, and of benign texts rated at most 0. */
  callsRight: z.number(),
  benignRight: z.number(),
});
export type BayesFigures = z.infer<typeof bayesFiguresSchema>;

/** `models/figures.json`: measured while training; nothing that assessing needs. */
export const figuresFileSchema = z.strictObject({ bayes: z.partialRecord(z.enum(LANGUAGES), bayesFiguresSchema) });
