import type { Community } from '../domain/community.js';
import type { Period } from '../store/store.js';
import { addDays, localDay, startOfDay } from './period.js';

/** Days that a weekly report is about. */
export const REPORT_DAYS = 7;

/** Names a report by its first day, so that it is posted once and can be found again. */
export function reportId(
  { from }: Pick<Period, 'from'>,
  { guildId, timezone }: Pick<Community, 'guildId' | 'timezone'>,
): string {
  return `${localDay(from, timezone)}-week-${guildId}`;
}

/** The days that the report of this name is about. Throws RangeError for a text that names no report. */
export function periodOfReport(id: string, timezone: string): Period {
  const day = /^(\d{4}-\d{2}-\d{2})-week-/.exec(id)?.[1];
  if (day === undefined) throw new RangeError(`not the name of a report: ${id.slice(0, 60)}`);
  return { from: startOfDay(day, timezone), to: startOfDay(addDays(day, REPORT_DAYS), timezone) };
}
