import { z } from 'zod';
import { LANGUAGES } from '../../assess/assessment.js';
import type { LanguageLexicon } from '../../assess/keywords/lexicon-input.js';
import { ROLES } from '../../assess/keywords/roles.js';
import { contextSchema, strictSchema, wordClassSchema } from './context.js';
import { cueSchema } from './cues.js';
import { patternSchema } from './patterns.js';
import { wordsSchema } from './words.js';

const forms = z.union([wordsSchema.transform((form) => [form]), z.array(wordsSchema).min(1)]);

const entrySchema = z.strictObject({
  lemma: wordsSchema,
  also: z.array(wordsSchema).default([]),
  role: z.enum(ROLES),
  gloss: z.string().min(1),
  weight: z.number().min(0).max(2).default(1),
  is: wordClassSchema.optional(),
  strict: strictSchema.default(false),
  gap: z.int().min(0).max(8).optional(),
  order: z.enum(['written', 'any']).default('written'),
  notWhen: contextSchema.optional(),
  onlyWhen: contextSchema.optional(),
  source: z.string().optional(),
  reviewedBy: z.array(z.string()).optional(),
  note: z.string().optional(),
});

const verbSchema = z.strictObject({
  infinitive: wordsSchema,
  present: forms.default([]),
  imperative: forms.default([]),
  past: forms.default([]),
});

/** `lexicon/<language>.yaml`: the words of one language, its own patterns, and its cues. */
export const lexiconFileSchema = z
  .strictObject({
    language: z.enum(LANGUAGES),
    source: z.string().min(1),
    licence: z.string().min(1),
    reviewedBy: z.array(z.string()).default([]),
    verbs: z.array(verbSchema).default([]),
    entries: z.array(entrySchema),
    patterns: z.array(patternSchema).default([]),
    cues: z.array(cueSchema).default([]),
  })
  .superRefine((file, context) => {
    const seen = new Set<string>();
    file.entries.forEach((entry, index) => {
      for (const word of [entry.lemma, ...entry.also]) {
        const key = `${entry.role} ${word.toLowerCase().normalize('NFC')}`;
        if (seen.has(key))
          context.addIssue({
            code: 'custom',
            message: `'${word}' stands here twice with role ${entry.role}`,
            path: ['entries', index, 'lemma'],
          });
        seen.add(key);
      }
    });
  }) satisfies z.ZodType<LanguageLexicon>;
export type LexiconFile = z.infer<typeof lexiconFileSchema>;
