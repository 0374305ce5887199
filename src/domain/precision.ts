/** Below this many verdicts a percentage would say more than is known. */
export const ENOUGH_VERDICTS = 200;

/** Two-sided 95 %. */
const Z = 1.959964;

export interface Precision {
  readonly confirmed: number;
  readonly falseAlarms: number;
  /** Share confirmed, with its 95 % interval, all in [0, 1]; undefined below {@link ENOUGH_VERDICTS}. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | undefined;
}

/** How many alerts moderators confirmed. The interval is Wilson's score interval (1927), which stays within [0, 1]. */
export function precisionOf(confirmed: number, falseAlarms: number): Precision {
  const verdicts = confirmed + falseAlarms;
  if (verdicts < ENOUGH_VERDICTS) return { confirmed, falseAlarms, share: undefined };
  return { confirmed, falseAlarms, share: { value: confirmed / verdicts, ...wilson(confirmed, verdicts) } };
}

/** Wilson's 95 % score interval of a share of `hits` in `n`; `n` at least 1. */
export function wilson(hits: number, n: number): { readonly low: number; readonly high: number } {
  const share = hits / n;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}
