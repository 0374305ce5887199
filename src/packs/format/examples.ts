import { z } from 'zod';
import { BENIGN_KINDS, CATEGORIES, LANGUAGES } from '../../assess/assessment.js';

/** What an example shows: one of the eight calls, or one of the benign kinds. */
export const LABELS = [...CATEGORIES, ...BENIGN_KINDS] as const;
export type Label = (typeof LABELS)[number];

/** Long texts teach little and may hold more than an indicator. UTF-16 code units. */
const MAX_EXAMPLE = 1000;

const exampleSchema = z.strictObject({
  label: z.enum(LABELS),
  text: z.string().regex(/\p{L}/u, 'must hold a word').max(MAX_EXAMPLE),
  source: z.string().min(1).optional(),
  licence: z.string().min(1).optional(),
  reviewedBy: z.array(z.string()).optional(),
  note: z.string().optional(),
});

/** `examples/*.yaml`: short texts that Bayes learns from. */
export const examplesFileSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  source: z.string().min(1),
  licence: z.string().min(1),
  reviewedBy: z.array(z.string()).default([]),
  examples: z.array(exampleSchema),
});
export type ExamplesFile = z.infer<typeof examplesFileSchema>;
