import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LANGUAGES } from '../../assess/assessment.js';
import type { LexiconInput } from '../../assess/keywords/lexicon-input.js';
import { groupsFileSchema } from '../format/groups.js';
import { lexiconFileSchema } from '../format/lexicon.js';
import { patternsFileSchema } from '../format/patterns.js';
import { bayesModelSchema } from './bayes-file.js';
import { decisionModelSchema } from './decision-file.js';

/** Version of the built files. A program reads only its own: models are rebuilt, never converted. */
export const MODELS_FORMAT = 1;

/** `models/manifest.json`: what the built files were built from, and that they are whole. */
export const manifestFileSchema = z.object({
  format: z.literal(MODELS_FORMAT),
  /** {@link hashInputs} of the pack they were built from. */
  inputs: z.string(),
  /** SHA-256 of each built file that is read at start. */
  files: z.record(z.string(), z.string()),
});

/** `models/keywords.json`: the lexicon as validated, because reading YAML takes a hundred times as long. */
export const keywordsFileSchema = z.strictObject({
  lexicons: z.array(lexiconFileSchema),
  groups: groupsFileSchema.shape.groups,
  patterns: patternsFileSchema.shape.patterns,
});

/** Keys whose schema takes no empty list, although none is what they default to. */
const ABSENT_WHEN_EMPTY: ReadonlySet<string> = new Set(['present', 'imperative', 'past']);

/** Writes keywords so that {@link keywordsFileSchema} reads them as they are. */
export function keywordsToJson(keywords: LexiconInput): string {
  const leaveOut = (key: string, value: unknown) =>
    ABSENT_WHEN_EMPTY.has(key) && Array.isArray(value) && value.length === 0 ? undefined : value;
  return `${JSON.stringify(keywords, leaveOut, 1)}\n`;
}

/** `models/bayes.json` */
export const bayesFileSchema = z.partialRecord(z.enum(LANGUAGES), bayesModelSchema);

/** `models/decision.json` */
export const decisionFileSchema = z.partialRecord(z.enum(LANGUAGES), decisionModelSchema);

/** SHA-256 of a file's bytes, in hex. */
export function hashBytes(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One way of writing a value, the same on every machine: an item of the outer levels a line, so that changes can be read. */
export function toJsonLines(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
