import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBefore, daysUntil, localDay, startOfDay } from '../../src/report/period.js';

describe('a period of days', () => {
  test.each([
    [
      'where clocks never change',
      'Asia/Dushanbe',
      '2026-05-10T20:00:00Z',
      '2026-05-03T19:00:00.000Z',
      '2026-05-10T19:00:00.000Z',
    ],
    [
      'over a week that is an hour short',
      'Europe/Berlin',
      '2026-04-01T10:00:00Z',
      '2026-03-24T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ],
    [
      'over a week that is an hour long',
      'Europe/Berlin',
      '2026-10-28T10:00:00Z',
      '2026-10-20T22:00:00.000Z',
      '2026-10-27T23:00:00.000Z',
    ],
    [
      'on the day that clocks change',
      'Europe/Berlin',
      '2026-03-29T10:00:00Z',
      '2026-03-21T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
    ],
    ['in UTC', 'UTC', '2026-01-01T00:00:00Z', '2025-12-25T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ])('covers whole local days %s', (_what, timezone, now, from, to) => {
    const period = daysBefore(localDay(new Date(now), timezone), 7, timezone);
    expect([period.from.toISOString(), period.to.toISOString()]).toEqual([from, to]);
  });

  it('begins at one where clocks skip midnight', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(localDay(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('2018-11-04');
  });

  it('begins at the first of two midnights', () => {
    expect(startOfDay('2026-11-01', 'America/Havana').toISOString()).toBe('2026-11-01T04:00:00.000Z');
  });

  it('may end now', () => {
    const now = new Date('2026-05-10T20:30:00Z');
    expect(daysUntil(now, 7, 'Asia/Dushanbe')).toEqual({ from: new Date('2026-05-03T19:00:00Z'), to: now });
  });

  it('adjoins the next one everywhere: no moment is in two reports or in none', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, day, (timezone, moment) => {
        const today = localDay(moment, timezone);
        const start = startOfDay(today, timezone);
        expect(start.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(localDay(start, timezone)).toBe(today);
        expect(localDay(new Date(start.getTime() - 1), timezone) < today).toBe(true);
        const { from, to } = daysBefore(today, 7, timezone);
        expect(to).toEqual(start);
        expect(from).toEqual(startOfDay(addDays(today, -7), timezone));
      }),
      { numRuns: 150 },
    );
  });
});
