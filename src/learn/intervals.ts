/** A share and the range in which its true value lies with 95 % confidence; all in [0, 1]. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const STEPS = 60;

/**
 * Clopper–Pearson: exact for small counts, where the normal approximation promises too much.
 * `low` and `high` leave 2.5 % on either side; at 0 or all hits the whole 5 % lies on the other, so that 0 of n reads as the rule of three.
 */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: 0, low: 0, high: 1 };
  const tail = hits === 0 || hits === of ? 0.05 : 0.025;
  const low = hits === 0 ? 0 : bisect((p) => 1 - atMost(hits - 1, of, p) - tail);
  const high = hits === of ? 1 : bisect((p) => tail - atMost(hits, of, p));
  return { hits, of, share: hits / of, low, high };
}

/** Where a function that grows with p crosses zero. */
function bisect(difference: (p: number) => number): number {
  let [from, to] = [0, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (from + to) / 2;
    if (difference(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** Probability of at most k hits in n draws at p. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let log = n * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let i = 1; i <= k; i += 1) {
    log += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}
