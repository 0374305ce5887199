import { describe, expect, it, test } from '@jest/globals';
import { createChartPainter } from '../../src/adapters/chart/chart-painter.js';
import type { Chart } from '../../src/domain/chart.js';
import { INTERFACE_LANGUAGES } from '../../src/domain/community.js';
import { firstIdAt, toSnowflake } from '../../src/domain/snowflake.js';
import { reportCharts } from '../../src/report/report-charts.js';
import { reportCsv } from '../../src/report/report-csv.js';
import { reportHtml } from '../../src/report/report-html.js';
import { risingTerms } from '../../src/report/rising-terms.js';
import { median, periodsBefore } from '../../src/report/trend.js';
import { type WeeklyReportInput, weeklyReport } from '../../src/report/weekly.js';

const GUILD = toSnowflake('100000000000000001');
const CHANNEL = toSnowflake('100000000000000002');
const PERIOD = { from: new Date('2026-05-03T19:00:00Z'), to: new Date('2026-05-10T19:00:00Z') };

const term = (gloss: string, count: number) => ({ role: 'group', gloss, count });
const alerts = (language: string, verdict: 'confirmed' | 'false-alarm' | undefined, count: number) => ({
  ...{ category: 'join' as const, level: 'review' as const },
  ...{ language, verdict, count },
});

function reportOf(over: Partial<WeeklyReportInput> = {}) {
  return weeklyReport({
    community: { guildId: GUILD, timezone: 'Asia/Dushanbe' },
    period: PERIOD,
    tallies: [
      { channelId: CHANNEL, day: '2026-05-05', language: 'tg', outcome: 'none', count: 40 },
      { channelId: CHANNEL, day: '2026-05-05', language: 'und', outcome: 'no-text', count: 7 },
    ],
    alertCounts: [alerts('tg', 'confirmed', 3), alerts('uz-Latn', undefined, 1)],
    allAlertCounts: [alerts('tg', 'confirmed', 150), alerts('tg', 'false-alarm', 50), alerts('ru', 'confirmed', 9)],
    earlier: periodsBefore(PERIOD, 'Asia/Dushanbe').map((period) => ({ period, counts: [alerts('tg', undefined, 2)] })),
    decisionTimes: [60_000, 720_000],
    terms: { now: [term('caliphate', 14)], before: [term('caliphate', 1), term('army', 80)] },
    campaigns: [{ number: 4, category: 'join', copies: 12, channels: 3 }],
    erased: 5,
    gaps: [
      {
        channelId: CHANNEL,
        reason: 'outage',
        from: firstIdAt(new Date('2026-05-06T00:00:00Z')),
        to: firstIdAt(new Date('2026-05-06T06:00:00Z')),
      },
    ],
    channels: [{ id: CHANNEL, name: '<b>=умумӣ', covered: true }],
    now: new Date('2026-05-11T04:00:00Z'),
    ...over,
  });
}

const titled = (title: string): Chart | undefined =>
  reportCharts(reportOf(), 'en').find((chart) => chart.title === title);

describe('the charts of a report', () => {
  it('show every day of the week, also one without messages', () => {
    const days = titled('Messages by day (UTC)');
    expect(days?.labels).toHaveLength(7);
    expect(days?.series.map(({ values }) => values)).toEqual([
      [0, 40, 0, 0, 0, 0, 0],
      [0, 7, 0, 0, 0, 0, 0],
    ]);
  });

  it('show alerts beside the mean of four weeks before, and week by week', () => {
    expect(titled('Alerts by category')?.series.map(({ values }) => values)).toEqual([[4], [2]]);
    expect(titled('Alerts by week and language')).toMatchObject({
      labels: ['06.04', '13.04', '20.04', '27.04', '04.05'],
      series: [
        { name: 'tg', values: [2, 2, 2, 2, 3] },
        { name: 'uz', values: [0, 0, 0, 0, 1] },
      ],
    });
  });

  it('show precision as an interval, and only where there are 200 verdicts', () => {
    expect(titled('Confirmed of 100 decided, 95 % interval')).toMatchObject({
      labels: ['tg'],
      series: [{ values: [[69, 80]] }],
      end: 100,
    });
  });

  it('show how long each channel was not read', () => {
    expect(titled('Hours that were not read, by channel')?.series[0]?.values).toEqual([6]);
  });

  it('are none for a week with nothing', () => {
    const empty = reportOf({ tallies: [], alertCounts: [], allAlertCounts: [], earlier: [] });
    expect(reportCharts(empty, 'en')).toEqual([]);
  });

  test.each(INTERFACE_LANGUAGES)('are titled in %s, each in its own words', (language) => {
    const titles = reportCharts(reportOf(), language).map(({ title }) => title);
    expect(new Set(titles).size).toBe(8);
    if (language !== 'en') expect(titles).not.toEqual(reportCharts(reportOf(), 'en').map(({ title }) => title));
  });

  it('are drawn as PNG with letters that differ, those of Tajik and Uzbek, too', async () => {
    const painter = createChartPainter();
    const one = (label: string): Chart => ({
      ...{ title: '', bars: 'lying', stacked: false, labels: [label] },
      series: [{ name: '', tone: 'plain', values: [1] }],
    });
    const pictures = await Promise.all(
      ['и', 'ӣ', 'ӯ', 'ҳ', 'қ', 'ғ', 'ҷ', 'ў', 'ʻ', '\u{10FFFD}'].map((letter) =>
        painter.paint([one(letter)], 'light'),
      ),
    );
    // A letter that the font lacks is drawn as the same box as the last, which no font has.
    expect(new Set(pictures.map((png) => Buffer.from(png).toString('base64'))).size).toBe(pictures.length);
    for (const png of pictures) expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });
});

describe('terms on the rise', () => {
  it('are those that stand in more flags than before, not those that always did', () => {
    const rising = risingTerms(
      [term('new', 12), term('old', 30), term('rare', 2)],
      [term('old', 90), term('gone', 40)],
    );
    expect(rising.map(({ gloss }) => gloss)).toEqual(['new']);
    expect(rising[0]).toMatchObject({ now: 12, before: 0 });
  });

  it('are none where there is nothing to compare with, and none of nothing', () => {
    expect(risingTerms([term('first', 9)], [])).toEqual([]);
    expect(risingTerms([], [])).toEqual([]);
  });
});

describe('the weeks before', () => {
  it('touch each other and the report, over a change of the clock, too', () => {
    const period = { from: new Date('2026-03-29T23:00:00Z'), to: new Date('2026-04-05T22:00:00Z') };
    const weeks = periodsBefore(period, 'Europe/Berlin');
    expect(weeks).toHaveLength(4);
    expect(weeks[3]?.to).toEqual(new Date('2026-03-29T22:00:00Z'));
    weeks.slice(1).forEach((week, index) => {
      expect(week.from).toEqual(weeks[index]?.to);
    });
  });
});

test('the median is the middle, or between the two in the middle', () => {
  expect([median([]), median([4]), median([1, 3]), median([1, 2, 9])]).toEqual([undefined, 4, 2, 2]);
});

describe('a report as a file', () => {
  it('is one HTML page that loads nothing, with members’ text escaped', () => {
    const png = new Uint8Array([1, 2, 3]);
    for (const language of INTERFACE_LANGUAGES) {
      const html = reportHtml(reportOf(), language, { light: png, dark: png });
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain('data:image/png;base64,AQID');
      expect(html).not.toMatch(/<b>|<script|https?:\/\/|<t:|\{\w+\}/);
    }
  });

  it('is tables for a spreadsheet, in which nothing is a formula', () => {
    const report = reportOf({ terms: { now: [term('=1+1, "x"', 14)], before: [term('army', 80)] } });
    const files = new Map(reportCsv(report).map(({ name, text }) => [name, text]));
    expect(files.get('rising-terms.csv')).toContain('group,"\'=1+1, ""x""",14,0,');
    expect(files.get('precision.csv')).toBe(
      'language,confirmed,false_alarms,share,low,high\r\ntg,150,50,0.75,0.6857,0.8049\r\nru,9,0,,,\r\n',
    );
    expect(files.get('campaigns.csv')).toBe('number,category,copies,channels\r\n4,join,12,3\r\n');
    expect(files.get('retention.csv')).toContain('2026-05-03T19:00:00.000Z,2026-05-10T19:00:00.000Z,5');
    expect(files.get('gaps.csv')).toContain(`${CHANNEL},outage,2026-05-06T00:00:00.000Z,2026-05-06T06:00:00.000Z`);
  });
});
