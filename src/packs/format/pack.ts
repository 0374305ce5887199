import { z } from 'zod';
import { LANGUAGES } from '../../assess/assessment.js';

/** Version of the pack's file formats that this program reads. */
export const PACK_FORMAT = 1;

/** `pack.yaml`: what the pack is, and how rarely it may raise a false alert. */
export const manifestSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be three numbers as in 0.1.0'),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  wantedFalseAlerts: z.strictObject({
    /** News, reviews, fiction, comments, insults. */
    ordinaryPer100000: z.number().positive().max(1000),
    /** Scripture, war chapters of hadith, sermons against extremists, terror news. */
    hardestPer1000: z.number().positive().max(100),
  }),
  /** Scores below which nothing alerts whatever benign text says: `didbon learn thresholds --write` sets them from verdicts. */
  leastThresholds: z.partialRecord(z.enum(LANGUAGES), z.number().min(0).max(20)).optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;
