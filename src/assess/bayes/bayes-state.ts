/** One text to learn from: its features, in any order, also repeated, and what it is. */
export interface BayesDocument {
  readonly features: readonly string[];
  readonly label: string;
  /** How often it counts, a whole number; once where nothing is said. */
  readonly times?: number;
}

/**
 * All that a trained classifier knows, as plain counts. Names for natural's numbers:
 * `classTotals` is documents + 1, `classFeatures` is count + smoothing where a count is not 0.
 */
export interface BayesState {
  readonly smoothing: number;
  /** In the order in which they were first seen. */
  readonly classes: readonly string[];
  /** Documents of each class. */
  readonly documents: readonly number[];
  /** For each feature, how many documents of each class hold it. */
  readonly counts: ReadonlyMap<string, readonly number[]>;
}
