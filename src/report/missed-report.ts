import type { Period } from '../store/store.js';

/** What is known of the report that was due last. */
export interface LastDue {
  readonly period: Period;
  /** Messages of the period that are counted. */
  readonly counted: number;
  /** The periods of reports that are posted or to be posted. */
  readonly reported: readonly Period[];
}

/**
 * Whether the report that was due last was missed: the bot was at work in its days, and no report is about any of them. Days
 * that a report has in part, because the schedule was changed since, are not reported twice.
 */
export function isMissed({ period, counted, reported }: LastDue): boolean {
  return counted > 0 && reported.every((other) => other.to <= period.from);
}
