import type { Period } from '../store/store.js';

const HOUR_MS = 3_600_000;

/** No time zone is further from UTC, and no jump of a clock makes a day longer than this. */
const WIDEST_MS = 30 * HOUR_MS;

/** The `days` whole days of this time zone that lie before a day of its calendar: what the weekly report of that day is about. */
export function daysBefore(day: string, days: number, timezone: string): Period {
  return { from: startOfDay(addDays(day, -days), timezone), to: startOfDay(day, timezone) };
}

/** The last `days` days of this time zone, and of the day of `now` what there is. */
export function daysUntil(now: Date, days: number, timezone: string): Period {
  return { from: startOfDay(addDays(localDay(now, timezone), -days), timezone), to: now };
}

/** `YYYY-MM-DD` as the calendar there shows it. */
export function localDay(moment: Date, timezone: string): string {
  return calendarOf(timezone)(moment);
}

/** The calendar of a time zone, for many moments: to make one is what takes time. */
function calendarOf(timezone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (moment) => {
    const parts = format.formatToParts(moment);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return `${of('year')}-${of('month')}-${of('day')}`;
  };
}

/**
 * The first moment of a day there. Found by bisection over what the calendar shows, because clocks that are put forward
 * may skip midnight, and arithmetic with offsets would then end in the day before.
 */
export function startOfDay(day: string, timezone: string): Date {
  const dayAt = calendarOf(timezone);
  const utc = Date.parse(`${day}T00:00:00Z`);
  let before = utc - WIDEST_MS;
  let from = utc + WIDEST_MS;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayAt(new Date(middle)) < day) before = middle;
    else from = middle;
  }
  return new Date(from);
}

/** Moves a `YYYY-MM-DD` by whole days of the calendar. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
