import { z } from 'zod';
import { wordsSchema } from './words.js';

const words = z.array(wordsSchema).min(1);

/** Words around an entry that make it mean something else, or without which it means nothing. */
export const contextSchema = z
  .strictObject({
    before: words.optional(),
    after: words.optional(),
    near: words.optional(),
    name: z.boolean().optional(),
    capitals: z.boolean().optional(),
  })
  .refine((context) => Object.keys(context).length > 0, 'name at least one of before, after, near, name, capitals');

/** How a word inflects when its last letters do not tell. */
export const wordClassSchema = z.enum(['noun', 'verb', 'fixed']);

/** Whether a keyboard spelling (х for ҳ) counts: `true` never, `if-letters` not in a text that has the right letters elsewhere. */
export const strictSchema = z.union([z.boolean(), z.literal('if-letters')]);
