import { z } from 'zod';
import type { Group } from '../../assess/keywords/lexicon-input.js';
import { contextSchema, strictSchema, wordClassSchema } from './context.js';

const fullNameSchema = z.strictObject({
  name: z.string().min(1),
  also: z.array(z.string().min(1)).default([]),
  weight: z.number().min(0).max(2).default(1),
  is: wordClassSchema.optional(),
  strict: strictSchema.default(false),
  notWhen: contextSchema.optional(),
  onlyWhen: contextSchema.optional(),
});

const nameSchema = z.union([
  z
    .string()
    .min(1)
    .transform((name) => fullNameSchema.parse({ name })),
  fullNameSchema,
]);

const groupSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  /** English name, as moderators read it. */
  gloss: z.string().min(1),
  /** Permanent reference number in the UN list. */
  reference: z.string().regex(/^(?:QDe|SOe)\.\d{3}$/, 'must be a reference of the UN list, such as QDe.115'),
  names: z.strictObject({
    tajik: z.array(nameSchema).default([]),
    uzbek: z.array(nameSchema).default([]),
    russian: z.array(nameSchema).default([]),
  }),
}) satisfies z.ZodType<Group>;

/** `groups.yaml`: designated groups with their names per language. */
export const groupsFileSchema = z.strictObject({
  source: z.string().min(1),
  reviewedOn: z.iso.date('must be a day as in 2026-01-31'),
  reviewedBy: z.array(z.string()).default([]),
  groups: z.array(groupSchema).superRefine((groups, context) => {
    const seen = new Set<string>();
    groups.forEach((group, index) => {
      if (seen.has(group.id))
        context.addIssue({ code: 'custom', message: `group '${group.id}' stands here twice`, path: [index, 'id'] });
      seen.add(group.id);
    });
  }),
});
export type GroupsFile = z.infer<typeof groupsFileSchema>;
