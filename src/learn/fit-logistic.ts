/** What one observation is (1 or 0), and how much it counts. */
export interface Outcome {
  readonly y: 0 | 1;
  readonly weight: number;
}

/** One observation with its numbers, one a coefficient. */
export interface Observation extends Outcome {
  readonly x: readonly number[];
}

/** The numbers of one coefficient: those that are not 0, each with the observation that it belongs to. */
export interface Column {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

export interface Stop {
  /** Rounds over all coefficients at most. */
  readonly sweeps: number;
  /** Done when no coefficient moved further in a round. */
  readonly settled: number;
}

/** What is believed of a coefficient before any observation, and the range that it may not leave. */
export interface Prior {
  readonly mean: number;
  /** Standard deviation of the belief: small means that it takes many observations to move. */
  readonly spread: number;
  readonly least: number;
  readonly most: number;
}

const PRECISELY: Stop = { sweeps: 400, settled: 1e-7 };

/**
 * Fits a logistic regression with Gaussian priors: one coefficient after the other by a bounded Newton step, until none moves.
 * Deterministic; with no observations it answers the priors, so a pack with few examples still decides sensibly.
 */
export function fitLogistic(observations: readonly Observation[], priors: readonly Prior[]): readonly number[] {
  const columns = priors.map((_, index) => columnOf(observations, index));
  return fitColumns(columns, observations, priors, PRECISELY);
}

function columnOf(observations: readonly Observation[], index: number): Column {
  const rows = observations.flatMap(({ x }, row) => ((x[index] ?? 0) === 0 ? [] : [row]));
  return { rows: Int32Array.from(rows), values: Float64Array.from(rows, (row) => observations[row]?.x[index] ?? 0) };
}

/** {@link fitLogistic} where most numbers are 0, and there are thousands of coefficients. */
export function fitColumns(
  columns: readonly Column[],
  outcomes: readonly Outcome[],
  priors: readonly Prior[],
  stop: Stop,
): readonly number[] {
  const beta = priors.map(({ mean }) => mean);
  const scores = new Float64Array(outcomes.length);
  columns.forEach((column, index) => {
    raise(scores, column, beta[index] ?? 0);
  });
  for (let sweep = 0; sweep < stop.sweeps; sweep += 1) {
    let moved = 0;
    for (const [index, prior] of priors.entries()) {
      const column = columns[index] ?? EMPTY;
      const step = stepOf(column, outcomes, scores, prior, beta[index] ?? 0);
      if (step === 0) continue;
      beta[index] = (beta[index] ?? 0) + step;
      raise(scores, column, step);
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < stop.settled) break;
  }
  return beta;
}

const EMPTY: Column = { rows: new Int32Array(), values: new Float64Array() };

function raise(scores: Float64Array, { rows, values }: Column, by: number): void {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    scores[row] = (scores[row] ?? 0) + by * (values[at] ?? 0);
  }
}

function stepOf(
  { rows, values }: Column,
  outcomes: readonly Outcome[],
  scores: Float64Array,
  prior: Prior,
  value: number,
): number {
  let gradient = (value - prior.mean) / prior.spread ** 2;
  let curvature = 1 / prior.spread ** 2;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const own = values[at] ?? 0;
    const { y, weight } = outcomes[row] ?? NOTHING;
    const p = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
    gradient += weight * (p - y) * own;
    // A quarter bounds the curvature from above, so that no step overshoots.
    curvature += weight * 0.25 * own * own;
  }
  const next = Math.min(prior.most, Math.max(prior.least, value - gradient / curvature));
  return next - value;
}

const NOTHING: Outcome = { y: 0, weight: 0 };
