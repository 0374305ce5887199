import { expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { daysBefore } from '../../src/report/period.js';
import { periodOfReport, reportId } from '../../src/report/report-id.js';

it.each(['UTC', 'Asia/Dushanbe', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Europe/Berlin'])(
  'the name of a report says its days in %s, also over a change of clocks',
  (timezone) => {
    for (const day of ['2026-03-30', '2026-05-11', '2018-11-05']) {
      const period = daysBefore(day, 7, timezone);
      const id = reportId(period, { guildId: toSnowflake('4001'), timezone });
      expect(periodOfReport(id, timezone)).toEqual(period);
    }
  },
);

it('a text that names no report is refused', () => {
  expect(() => periodOfReport('2026-W09', 'UTC')).toThrow(RangeError);
});
