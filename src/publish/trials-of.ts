import type { PackTrial, TrialCounts } from '../domain/pack-trial.js';

/** What this very pack was tried on. A backtest that died half-way has no end, and is no trial. */
export function trialsOf(
  hash: string,
  trials: readonly (PackTrial & TrialCounts)[],
): readonly (PackTrial & TrialCounts)[] {
  return trials.filter((trial) => trial.hash === hash && (trial.kind === 'shadow' || trial.endedAt !== undefined));
}
