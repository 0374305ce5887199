import { z } from 'zod';
import { CATEGORIES } from '../../assess/assessment.js';
import type { Pattern } from '../../assess/keywords/lexicon-input.js';
import { CONSTRUCTIONS, MOODS, ROLES } from '../../assess/keywords/roles.js';

/** One value or a list of them; read as a list. */
function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item.transform((value) => [value]), z.array(item).min(1)]);
}

const grammarShape = {
  mood: oneOrMore(z.enum(MOODS)).optional(),
  person: oneOrMore(z.union([z.literal(1), z.literal(2), z.literal(3)])).optional(),
  tense: oneOrMore(z.enum(['past', 'present', 'future'])).optional(),
  negated: z.boolean().optional(),
};

/** What a cue or a slot asks of a word's form. */
export const grammarSchema = z.strictObject(grammarShape);

const caseSchema = oneOrMore(z.enum(['accusative', 'ablative', 'dative']));

const slotSchema = z.strictObject({
  role: oneOrMore(z.enum(ROLES)),
  ...grammarShape,
  case: caseSchema.optional(),
  notCase: caseSchema.optional(),
  participle: z.boolean().optional(),
});

/** One pattern: roles that together make a category. At least two words must fill it, so that no single word flags. */
export const patternSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  category: z.enum(CATEGORIES),
  construction: z.enum(CONSTRUCTIONS),
  needs: z.array(slotSchema).min(2, 'no single word may flag: name at least two roles').max(4),
  unless: z.array(slotSchema).default([]),
  window: z.int().min(2).max(30).default(8),
  order: z.enum(['written', 'any']).default('any'),
  adjacent: z.union([z.boolean(), z.literal('only')]).default(false),
  question: z.boolean().default(false),
  weight: z.number().positive().max(10).default(4),
  gloss: z.string().min(1),
}) satisfies z.ZodType<Pattern>;

/** `patterns.yaml`: patterns that hold in every language. */
export const patternsFileSchema = z.strictObject({
  patterns: z.array(patternSchema).superRefine((patterns, context) => {
    const seen = new Set<string>();
    patterns.forEach((pattern, index) => {
      if (seen.has(pattern.id))
        context.addIssue({ code: 'custom', message: `pattern '${pattern.id}' stands here twice`, path: [index, 'id'] });
      seen.add(pattern.id);
    });
  }),
});
export type PatternsFile = z.infer<typeof patternsFileSchema>;
