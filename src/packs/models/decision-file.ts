import { z } from 'zod';
import type { Language } from '../../assess/assessment.js';
import { FACTORS } from '../../assess/decide/decision-model.js';
import { WeightTable } from '../../assess/decide/weight-table.js';
import type { FeatureWeights, FittedWording, WordingModel } from '../../assess/decide/wording-model.js';

const thresholdBasis = z.strictObject({
  /** SHA-256 of the benign text that the thresholds were set from; absent where none was at hand. */
  benignText: z.string().optional(),
  /** Lines of it in this language. */
  lines: z.int().nonnegative(),
  /** Lines of it that reach `review`. */
  alerts: z.int().nonnegative(),
});

/** What `decision.json` keeps of one language: its fitted numbers, and what the thresholds rest on. */
export const decisionModelSchema = z.strictObject({
  coefficients: z.record(z.enum(FACTORS), z.number()),
  thresholds: z.strictObject({ review: z.number(), urgent: z.number() }),
  basis: thresholdBasis,
});

/**
 * What `wording.json` keeps of one language: a line a feature, `weight feature`, taken as they are as in `keywords.json`, and
 * read when a text first names a group.
 */
export const wordingModelSchema = z
  .strictObject({ bias: z.number(), margin: z.number(), weights: z.custom<readonly string[]>(Array.isArray) })
  .transform(({ bias, margin, weights }): WordingModel => {
    let lines = weights;
    let read: FeatureWeights | undefined;
    return {
      bias,
      margin,
      get weights() {
        read ??= new WeightTable(eachWeight(lines), lines.length);
        // Not kept beside what was read of them.
        lines = [];
        return read;
      },
    };
  });

function* eachWeight(lines: readonly string[]): Generator<readonly [string, number]> {
  for (const line of lines) {
    const space = line.indexOf(' ');
    yield [line.slice(space + 1), Number(line.slice(0, space))];
  }
}

/** All that was fitted for one language, as it is read. */
export type ReadDecision = z.infer<typeof decisionModelSchema> & { readonly wording: WordingModel };
export type ReadDecisions = Readonly<Partial<Record<Language, ReadDecision>>>;

/** The same as training made it. */
export type FittedDecision = z.infer<typeof decisionModelSchema> & { readonly wording: FittedWording };
export type FittedDecisions = Readonly<Partial<Record<Language, FittedDecision>>>;

/** The two files, as their schemas read them. */
export function decisionsToJson(fitted: FittedDecisions): { readonly decisions: unknown; readonly wordings: unknown } {
  const languages = Object.entries(fitted);
  return {
    decisions: Object.fromEntries(languages.map(([language, { wording: _, ...decision }]) => [language, decision])),
    wordings: Object.fromEntries(languages.map(([language, { wording }]) => [language, wordingToJson(wording)])),
  };
}

function wordingToJson({ bias, margin, weights }: FittedWording): z.input<typeof wordingModelSchema> {
  return { bias, margin, weights: [...weights].map(([feature, weight]) => `${weight} ${feature}`) };
}
