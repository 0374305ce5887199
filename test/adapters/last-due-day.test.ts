import { expect, it } from '@jest/globals';
import { lastDueDay } from '../../src/adapters/cron/last-due-day.js';

it.each([
  ['on its day, from its hour on', '0 9 * * mon', 'UTC', '2026-05-11T09:00:00Z', '2026-05-11'],
  ['a week before, until its hour', '0 9 * * mon', 'UTC', '2026-05-11T08:59:59Z', '2026-05-04'],
  ['on the last such day', '0 9 * * mon', 'UTC', '2026-05-17T23:59:59Z', '2026-05-11'],
  ['by the clock of its time zone', '0 9 * * mon', 'Asia/Dushanbe', '2026-05-11T04:00:00Z', '2026-05-11'],
  ['by the calendar of its time zone', '0 1 * * mon', 'Asia/Dushanbe', '2026-05-10T20:30:00Z', '2026-05-11'],
  ['at midnight', '0 0 * * *', 'UTC', '2026-05-11T00:00:00Z', '2026-05-11'],
  ['on Sundays that are called 7', '0 9 * * 7', 'UTC', '2026-05-12T00:00:00Z', '2026-05-10'],
  ['on a day of the month', '30 8 1 * *', 'UTC', '2026-05-01T08:00:00Z', '2026-04-01'],
  ['with seconds', '30 0 9 * * mon', 'UTC', '2026-05-11T09:00:29Z', '2026-05-04'],
  ['on a day of the year', '0 9 21 3 *', 'UTC', '2026-03-20T12:00:00Z', '2025-03-21'],
  ['never, for a day that was not there for over a year', '0 9 29 2 *', 'UTC', '2026-05-11T09:00:00Z', undefined],
])('a schedule was due last %s', (_name, cron, timezone, now, day) => {
  expect(lastDueDay(cron, timezone, new Date(now))).toBe(day);
});
