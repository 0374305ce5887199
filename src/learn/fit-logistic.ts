/** One observation: its numbers, what it is (1 or 0), and how much it counts. */
export interface Observation {
  readonly x: readonly number[];
  readonly y: 0 | 1;
  readonly weight: number;
}

/** What is believed of a coefficient before any observation, and the range that it may not leave. */
export interface Prior {
  readonly mean: number;
  /** Standard deviation of the belief: small means that it takes many observations to move. */
  readonly spread: number;
  readonly least: number;
  readonly most: number;
}

const SWEEPS = 400;
const SETTLED = 1e-7;

/**
 * Fits a logistic regression with Gaussian priors: one coefficient after the other by a bounded Newton step, until none moves.
 * Deterministic; with no observations it answers the priors, so a pack with few examples still decides sensibly.
 */
export function fitLogistic(observations: readonly Observation[], priors: readonly Prior[]): readonly number[] {
  const beta = priors.map((prior) => prior.mean);
  const scores = observations.map(({ x }) => dot(x, beta));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let moved = 0;
    priors.forEach((prior, index) => {
      const step = stepOf(index, observations, scores, prior, beta[index] ?? 0);
      if (step === 0) return;
      beta[index] = (beta[index] ?? 0) + step;
      observations.forEach(({ x }, at) => {
        scores[at] = (scores[at] ?? 0) + step * (x[index] ?? 0);
      });
      moved = Math.max(moved, Math.abs(step));
    });
    if (moved < SETTLED) break;
  }
  return beta;
}

function stepOf(
  index: number,
  observations: readonly Observation[],
  scores: readonly number[],
  prior: Prior,
  value: number,
): number {
  let gradient = (value - prior.mean) / prior.spread ** 2;
  let curvature = 1 / prior.spread ** 2;
  observations.forEach(({ x, y, weight }, at) => {
    const own = x[index] ?? 0;
    if (own === 0) return;
    const p = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
    gradient += weight * (p - y) * own;
    // A quarter bounds the curvature from above, so that no step overshoots.
    curvature += weight * 0.25 * own * own;
  });
  const next = Math.min(prior.most, Math.max(prior.least, value - gradient / curvature));
  return next - value;
}

function dot(x: readonly number[], beta: readonly number[]): number {
  return x.reduce((sum, value, index) => sum + value * (beta[index] ?? 0), 0);
}
