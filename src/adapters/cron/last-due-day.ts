import { parse } from 'node-cron';

const DAY_MS = 86_400_000;
/** Further back no schedule is looked for: one that names a day of the year has come round by then, but for 29 February. */
const MOST_DAYS = 366;

/** The last day of this time zone, `YYYY-MM-DD`, on which the expression was due at or before `now`; undefined when that is over a year ago. */
export function lastDueDay(cron: string, timezone: string, now: Date): string | undefined {
  const { second, minute, hour, dayOfMonth, month, dayOfWeek } = parse(cron);
  const today = wallClock(now, timezone);
  const first = Math.min(...hour) * 3600 + Math.min(...minute) * 60 + Math.min(...second);
  for (let back = today.second >= first ? 0 : 1; back <= MOST_DAYS; back += 1) {
    const day = new Date(today.midnight - back * DAY_MS);
    const isDue =
      month.includes(day.getUTCMonth() + 1) &&
      dayOfMonth.includes(day.getUTCDate()) &&
      dayOfWeek.includes(day.getUTCDay());
    if (isDue) return day.toISOString().slice(0, 10);
  }
  return undefined;
}

/** What calendar and clock show there: the day as its midnight in UTC, and the second of the day. */
function wallClock(now: Date, timeZone: string): { readonly midnight: number; readonly second: number } {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    midnight: Date.UTC(of('year'), of('month') - 1, of('day')),
    second: of('hour') * 3600 + of('minute') * 60 + of('second'),
  };
}
