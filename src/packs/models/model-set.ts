import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LANGUAGES } from '../../assess/assessment.js';
import { bayesModelSchema } from './bayes-file.js';
import { decisionModelSchema, wordingModelSchema } from './decision-file.js';

/** Version of the built files. A program reads only its own: models are rebuilt, never converted. */
export const MODELS_FORMAT = 9;

/** The language detector's model, in bytes of its own kind. */
export const LANGUAGE_FILE = 'language.bin';

/** What is built beside the manifest. */
const MODEL_FILES = [
  'bayes.json',
  'decision.json',
  'figures.json',
  'keywords.json',
  LANGUAGE_FILE,
  'wording.json',
] as const;

/** `models/manifest.json`: what the built files were built from, and that they are whole. */
export const manifestFileSchema = z.object({
  format: z.literal(MODELS_FORMAT),
  /** {@link hashInputs} of the pack they were built from. */
  inputs: z.string(),
  /** SHA-256 of each built file. */
  files: z.record(z.enum(MODEL_FILES), z.string()),
});

/** `models/bayes.json` */
export const bayesFileSchema = z.partialRecord(z.enum(LANGUAGES), bayesModelSchema);

/** `models/decision.json` */
export const decisionFileSchema = z.partialRecord(z.enum(LANGUAGES), decisionModelSchema);

/** `models/wording.json` */
export const wordingFileSchema = z.partialRecord(z.enum(LANGUAGES), wordingModelSchema);

/** SHA-256 of a file's bytes, in hex. */
export function hashBytes(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One way of writing a value, the same on every machine: an item of the outer levels a line, so that changes can be read. */
export function toJsonLines(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
