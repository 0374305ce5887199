import { z } from 'zod';
import { CATEGORIES } from '../../assess/assessment.js';
import { CONSTRUCTIONS } from '../../assess/keywords/roles.js';

/** The kinds of writing that functional cases are written in; the others are made from them by rule. */
export const WRITINGS = ['tg', 'uz-Latn', 'uz-Cyrl', 'ru'] as const;
export type Writing = (typeof WRITINGS)[number];

/** Kinds of benign text that must stay quiet. */
export const QUIET_KINDS = [
  'prayer',
  'scripture',
  'sermon',
  'news',
  'counter-speech',
  'law',
  'history',
  'question',
  'name',
  'homonym',
  'everyday',
  'politics',
  'solidarity',
  'insult',
  'charity',
  'sport',
] as const;
export type QuietKind = (typeof QUIET_KINDS)[number];

const idSchema = z.string().regex(/^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/, 'must be words joined by hyphens');
const textSchema = z.string().min(1).max(4000);
const glossSchema = z.string().min(1);
const note = z.string().optional();

const pairSchema = z.strictObject({
  id: idSchema,
  category: z.enum(CATEGORIES),
  construction: z.enum(CONSTRUCTIONS),
  call: z.strictObject({ text: textSchema, gloss: glossSchema, note }),
  twin: z.strictObject({ kind: z.enum(QUIET_KINDS), text: textSchema, gloss: glossSchema, note }),
  note,
});

const quietSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(QUIET_KINDS),
  text: textSchema,
  gloss: glossSchema,
  note,
});

/** `cases/*.yaml`: what must flag and what must stay quiet, in pairs that differ in one thing. */
export const casesFileSchema = z.strictObject({
  writing: z.enum(WRITINGS),
  source: z.string().min(1).optional(),
  licence: z.string().min(1).optional(),
  reviewedBy: z.array(z.string()).default([]),
  cases: z.array(pairSchema).default([]),
  quiet: z.array(quietSchema).default([]),
});
export type CasesFile = z.infer<typeof casesFileSchema>;
