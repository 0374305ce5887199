import { CATEGORIES, type Category } from '../assess/assessment.js';
import type { AlertCount, Period } from '../store/store.js';
import { addDays, localDay, startOfDay } from './period.js';

/** How many periods before the reported one are shown beside it. */
export const EARLIER_PERIODS = 4;

/** Alerts of one period, the reported one or one before it. */
export interface PeriodAlerts {
  readonly period: Period;
  readonly counts: readonly AlertCount[];
}

export interface CategoryTrend {
  readonly category: Category;
  readonly now: number;
  /** Mean of the periods before; undefined when there are none. */
  readonly before: number | undefined;
}

/** The periods of the same length right before this one, oldest first. */
export function periodsBefore({ from, to }: Period, timezone: string): readonly Period[] {
  const days = Math.max(1, Math.round((to.getTime() - from.getTime()) / 86_400_000));
  const first = localDay(from, timezone);
  return Array.from({ length: EARLIER_PERIODS }, (_, index) => {
    const back = EARLIER_PERIODS - index;
    return {
      from: startOfDay(addDays(first, -days * back), timezone),
      to: startOfDay(addDays(first, -days * (back - 1)), timezone),
    };
  });
}

/** Alerts by category beside the mean of the periods before. Categories without any are left out. */
export function categoryTrends(now: readonly AlertCount[], before: readonly PeriodAlerts[]): readonly CategoryTrend[] {
  return CATEGORIES.map((category) => {
    const of = (counts: readonly AlertCount[]) =>
      counts.filter((count) => count.category === category).reduce((total, { count }) => total + count, 0);
    const sum = before.reduce((total, { counts }) => total + of(counts), 0);
    return { category, now: of(now), before: before.length === 0 ? undefined : sum / before.length };
  }).filter((trend) => trend.now > 0 || (trend.before ?? 0) > 0);
}

/** The middle of numbers that are in order; undefined of none. */
export function median(sorted: readonly number[]): number | undefined {
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return ((sorted[sorted.length / 2 - 1] ?? upper) + upper) / 2;
}
