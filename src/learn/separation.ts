import type { Separation } from '../packs/models/figures-file.js';

/** Of odds, and for each whether it is a call's. Shares are rounded to a hundredth of a per cent. */
export function separationOf(odds: readonly number[], isCall: readonly boolean[]): Separation {
  const calls = odds.filter((_, index) => isCall[index]);
  const benign = odds.filter((_, index) => !isCall[index]).sort((a, b) => a - b);
  const wins = calls.reduce((sum, call) => sum + (countBelow(benign, call) + countUpTo(benign, call)) / 2, 0);
  return {
    auc: share(wins, calls.length * benign.length),
    callsRight: share(calls.filter((value) => value > 0).length, calls.length),
    benignRight: share(countUpTo(benign, 0), benign.length),
  };
}

function countBelow(sorted: readonly number[], bound: number): number {
  return countWhile(sorted, (value) => value < bound);
}

function countUpTo(sorted: readonly number[], bound: number): number {
  return countWhile(sorted, (value) => value <= bound);
}

/** By bisection. */
function countWhile(sorted: readonly number[], holds: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle] ?? 0)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function share(part: number, whole: number): number {
  return Math.round((10_000 * part) / Math.max(1, whole)) / 10_000;
}
