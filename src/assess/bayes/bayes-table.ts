import type { BayesState } from './bayes-state.js';
import { type FeatureRows, numberFeatures, rowOf } from './feature-rows.js';

/** Log-likelihoods of a trained classifier, laid out so that a text costs a look-up and an addition per feature and class. */
export interface BayesTable {
  readonly classes: readonly string[];
  /** Whether each class is a call; the others are benign. */
  readonly isCall: readonly boolean[];
  /** Log prior of each class, natural's own. */
  readonly priors: Float64Array;
  /** Row of each feature in `likelihoods`. */
  readonly rows: FeatureRows;
  /** `likelihoods[row * classes.length + class]`: log of the share of the class's documents that hold the feature, smoothed as natural does. */
  readonly likelihoods: Float64Array;
}

/** Compiles counts into a table that answers as natural does, in log space: long texts do not underflow. */
export function compileBayes(state: BayesState, isCall: (label: string) => boolean): BayesTable {
  const { classes, documents, smoothing } = state;
  const totals = documents.map((count) => count + 1);
  const all = documents.reduce((sum, count) => sum + count, 1);
  const likelihoods = new Float64Array(state.counts.size * classes.length);
  let at = 0;
  for (const counts of state.counts.values()) {
    for (let index = 0; index < classes.length; index += 1) {
      likelihoods[at] = Math.log(((counts[index] ?? 0) + smoothing) / (totals[index] ?? 1));
      at += 1;
    }
  }
  return {
    classes,
    isCall: classes.map(isCall),
    priors: Float64Array.from(totals, (total) => Math.log(total / all)),
    rows: numberFeatures(state.counts.keys()),
    likelihoods,
  };
}

/** Log of prior times likelihood of each class: the logarithm of natural's own (unnormalised) values. Repeated features count once. */
export function logPosteriors(table: BayesTable, features: Iterable<string>): Float64Array {
  return addRows(table, rowsOf(table, features));
}

/** {@link logPosteriors} of features that were looked up before. */
export function addRows({ priors, likelihoods }: BayesTable, rows: ReadonlySet<number>): Float64Array {
  const sums = Float64Array.from(priors);
  const width = sums.length;
  for (const row of rows) {
    const from = row * width;
    for (let index = 0; index < width; index += 1) sums[index] = (sums[index] ?? 0) + (likelihoods[from + index] ?? 0);
  }
  return sums;
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
