import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { alerts, type Level } from '../assess/assessment.js';
import { replaceFile } from '../packs/write-models.js';
import type { PackEvaluation } from './evaluate-pack.js';

const OUTCOMES = ['quiet', 'review', 'urgent'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What a pack was accepted with: a later state of it must not differ unnoticed. */
export const baselineSchema = z.strictObject({
  /** Outcome of each functional case by its id. */
  cases: z.record(z.string(), z.enum(OUTCOMES)),
  /** Lines of benign development text that alert, and the text that they were counted in. */
  benign: z.strictObject({ text: z.string(), alerts: z.array(z.int()) }).optional(),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** How an evaluation differs from what was accepted, a sentence each. */
export function compareWithBaseline({ cases, benign }: PackEvaluation, baseline: Baseline): readonly string[] {
  const changed = (cases ?? []).flatMap(({ id, level }) => {
    const before = Object.hasOwn(baseline.cases, id) ? baseline.cases[id] : undefined;
    if (before === undefined) return [`${id}: is new (${outcomeOf(level)})`];
    return before === outcomeOf(level) ? [] : [`${id}: was ${before}, is ${outcomeOf(level)}`];
  });
  if (benign === undefined || baseline.benign?.text !== benign.hash) return changed;
  const accepted = new Set(baseline.benign.alerts);
  const alerted = benign.falseAlerts.filter(({ line }) => !accepted.has(line));
  return [
    ...changed,
    ...alerted.map(({ line, tag, stratum }) => `benign line ${line} (${tag}, ${stratum}) alerts newly`),
  ];
}

/** The baseline that accepts what an evaluation found. Benign lines stay as accepted where they were not evaluated. */
export function baselineOf({ cases, benign }: PackEvaluation, before: Baseline | undefined): Baseline {
  const accepted =
    benign === undefined ? before?.benign : { text: benign.hash, alerts: benign.falseAlerts.map(({ line }) => line) };
  return {
    cases: Object.fromEntries((cases ?? []).map(({ id, level }) => [id, outcomeOf(level)])),
    ...(accepted && { benign: accepted }),
  };
}

/** Reads what was accepted; undefined where nothing was. Throws when the file is damaged. */
export function readBaseline(packFolder: string): Baseline | undefined {
  const text = readIfThere(fileIn(packFolder));
  return text === undefined ? undefined : baselineSchema.parse(JSON.parse(text));
}

export function writeBaseline(packFolder: string, baseline: Baseline): void {
  replaceFile(fileIn(packFolder), `${JSON.stringify(baseline, undefined, 1)}\n`);
}

function fileIn(packFolder: string): string {
  return join(packFolder, 'models', 'baseline.json');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function outcomeOf(level: Level): Outcome {
  if (!alerts(level)) return 'quiet';
  return level === 'urgent' ? 'urgent' : 'review';
}
