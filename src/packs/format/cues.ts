import { z } from 'zod';
import type { Cue } from '../../assess/keywords/lexicon-input.js';
import { CUE_KINDS } from '../../assess/keywords/roles.js';
import { contextSchema, strictSchema, wordClassSchema } from './context.js';
import { grammarSchema } from './patterns.js';
import { wordsSchema } from './words.js';

/** Words that speak against taking a pattern at its word, and on which side of it they stand. */
export const cueSchema = z.strictObject({
  words: wordsSchema,
  also: z.array(wordsSchema).default([]),
  kind: z.enum(CUE_KINDS),
  side: z.enum(['before', 'after', 'either']),
  reach: z.int().min(1).max(40).default(8),
  weight: z.number().max(0).min(-10).default(-3),
  gloss: z.string().min(1),
  flips: z.boolean().default(false),
  binds: z.enum(['strong', 'weak']).default('weak'),
  comma: z.enum(['passes', 'stops']).default('passes'),
  across: z.boolean().default(false),
  is: wordClassSchema.optional(),
  as: grammarSchema.optional(),
  of: grammarSchema.optional(),
  notWhen: contextSchema.optional(),
  strict: strictSchema.default(false),
}) satisfies z.ZodType<Cue>;
