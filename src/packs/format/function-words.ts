import { z } from 'zod';

const words = z.array(z.string().regex(/^\S+$/, 'must be one word'));

/** `function-words.yaml`: words that say nothing about what a text is about, so that Bayes has no opinion on them. */
export const functionWordsSchema = z.strictObject({ tajik: words, uzbek: words, russian: words });
export type FunctionWords = z.infer<typeof functionWordsSchema>;
