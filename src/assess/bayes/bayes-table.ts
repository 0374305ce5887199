import type { BayesState } from './bayes-state.js';
import { type FeatureRows, numberFeatures, rowOf } from './feature-rows.js';

/** What a trained classifier counted, laid out so that a text costs a look-up and an addition per feature and class. */
export interface BayesTable {
  readonly classes: readonly string[];
  /** Whether each class is a call; the others are benign. */
  readonly isCall: readonly boolean[];
  /** Log prior of each class, natural's own. */
  readonly priors: Float64Array;
  /** Row of each feature in `counts`. */
  readonly rows: FeatureRows;
  /** `counts[row * classes.length + class]`: documents of the class that hold the feature. */
  readonly counts: Uint32Array;
  /** By count: its log, smoothed as natural does. A table of the logs themselves would take twice the room, and most of the time to open. */
  readonly logs: Float64Array;
  /** By class: log of its documents, as natural counts them. */
  readonly totals: Float64Array;
}

/** Compiles counts into a table that answers as natural does, in log space: long texts do not underflow. */
export function compileBayes(state: BayesState, isCall: (label: string) => boolean): BayesTable {
  const { classes, documents, smoothing } = state;
  const totals = documents.map((count) => count + 1);
  const all = documents.reduce((sum, count) => sum + count, 1);
  const counts = new Uint32Array(state.counts.size * classes.length);
  let at = 0;
  for (const row of state.counts.values()) {
    for (let index = 0; index < classes.length; index += 1) counts[at + index] = row[index] ?? 0;
    at += classes.length;
  }
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0);
  return {
    classes,
    isCall: classes.map(isCall),
    priors: Float64Array.from(totals, (total) => Math.log(total / all)),
    rows: numberFeatures(state.counts.keys()),
    counts,
    logs: Float64Array.from({ length: most + 1 }, (_, count) => Math.log(count + smoothing)),
    totals: Float64Array.from(totals, Math.log),
  };
}

/** Log of prior times likelihood of each class: the logarithm of natural's own (unnormalised) values. Repeated features count once. */
export function logPosteriors(table: BayesTable, features: Iterable<string>): Float64Array {
  return addRows(table, rowsOf(table, features));
}

/** {@link logPosteriors} of features that were looked up before. */
export function addRows({ priors, counts, logs, totals }: BayesTable, rows: ReadonlySet<number>): Float64Array {
  const width = priors.length;
  const sums = new Float64Array(width);
  for (const row of rows) {
    const from = row * width;
    for (let index = 0; index < width; index += 1)
      sums[index] = (sums[index] ?? 0) + (logs[counts[from + index] ?? 0] ?? 0);
  }
  for (let index = 0; index < width; index += 1)
    sums[index] = (priors[index] ?? 0) + (sums[index] ?? 0) - rows.size * (totals[index] ?? 0);
  return sums;
}

/** Log of the smoothed share of a class's documents that hold the feature of a row. */
export function logLikelihood({ counts, logs, totals }: BayesTable, row: number, index: number): number {
  return (logs[counts[row * totals.length + index] ?? 0] ?? 0) - (totals[index] ?? 0);
}

/** The distinct known features of a text, as rows. */
export function rowsOf(table: BayesTable, features: Iterable<string>): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const feature of features) {
    const row = rowOf(table.rows, feature);
    if (row !== undefined) rows.add(row);
  }
  return rows;
}
