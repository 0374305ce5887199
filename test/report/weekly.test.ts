import { describe, expect, it, test } from '@jest/globals';
import { renderReport } from '../../src/cli/render-report.js';
import { precisionOf, wilson } from '../../src/domain/precision.js';
import { firstIdAt, type Snowflake, toSnowflake } from '../../src/domain/snowflake.js';
import { days, reportCard } from '../../src/report/report-card.js';
import { type WeeklyReportInput, weeklyReport } from '../../src/report/weekly.js';

const GUILD = toSnowflake('100000000000000001');
const CHANNEL = toSnowflake('100000000000000002');

function inputOf(over: Partial<WeeklyReportInput> = {}): WeeklyReportInput {
  return {
    community: { guildId: GUILD, timezone: 'Asia/Dushanbe' },
    period: { from: new Date('2026-05-03T19:00:00Z'), to: new Date('2026-05-10T19:00:00Z') },
    tallies: [],
    alertCounts: [],
    allAlertCounts: [],
    earlier: [],
    decisionTimes: [],
    terms: { now: [], before: [] },
    campaigns: [],
    erased: 0,
    gaps: [],
    channels: [{ id: CHANNEL, name: undefined, covered: true }],
    now: new Date('2026-05-11T04:00:00Z'),
    ...over,
  };
}

function idAt(moment: string): Snowflake {
  return firstIdAt(new Date(moment));
}

const BUSY = inputOf({
  tallies: [
    { channelId: CHANNEL, day: '2026-05-04', language: 'ru', outcome: 'none', count: 10 },
    { channelId: CHANNEL, day: '2026-05-05', language: 'tg', outcome: 'none', count: 40 },
    { channelId: CHANNEL, day: '2026-05-05', language: 'tg', outcome: 'watch', count: 2 },
    { channelId: CHANNEL, day: '2026-05-05', language: 'tg', outcome: 'review', count: 3 },
    { channelId: CHANNEL, day: '2026-05-05', language: 'und', outcome: 'no-text', count: 7 },
  ],
  alertCounts: [
    { category: 'join', level: 'review', language: 'tg', verdict: 'confirmed', count: 1 },
    { category: 'join', level: 'review', language: 'tg', verdict: undefined, count: 1 },
    { category: 'threat', level: 'urgent', language: 'ru', verdict: 'false-alarm', count: 1 },
  ],
});

describe('the weekly report', () => {
  it('counts what members reported apart, and leaves it out of the precision', () => {
    const counts = [
      { category: 'reported', level: 'review', language: 'tg', verdict: 'false-alarm', count: 3 },
      { category: 'join', level: 'review', language: 'tg', verdict: 'confirmed', count: 2 },
    ] as const;
    const report = weeklyReport(inputOf({ alertCounts: counts, allAlertCounts: counts }));
    expect(report.alerts.rows.find((row) => row.category === 'reported')?.count).toBe(3);
    expect(report.precisionSoFar).toMatchObject({ confirmed: 2, falseAlarms: 0 });
    expect(JSON.stringify(reportCard(report, 'en').fields)).toContain('reported by a member, please review: 3');
  });

  it('says how far two people agree who judged without knowing of each other, where any did', () => {
    const pair = (first: 'confirmed' | 'false-alarm', second: 'confirmed' | 'false-alarm') => ({ first, second });
    const pairs = [
      pair('confirmed', 'confirmed'),
      pair('false-alarm', 'false-alarm'),
      pair('confirmed', 'false-alarm'),
    ];
    const says = (secondOpinions: typeof pairs) =>
      JSON.stringify(reportCard(weeklyReport(inputOf({ secondOpinions })), 'en').fields);
    expect(says(pairs)).toContain('second opinions: 3, the same verdict: 2, Cohen’s κ: 0.40');
    expect(says([pair('confirmed', 'confirmed')])).toContain('κ: —');
    expect(says([])).not.toContain('second opinions');
  });

  it('says how many campaigns there were, which was the biggest, and what retention erased', () => {
    const campaigns = [
      { number: 12, category: 'join', copies: 40, channels: 3 },
      { number: 7, category: 'threat', copies: 2, channels: 1 },
    ] as const;
    const report = weeklyReport({ ...BUSY, campaigns, erased: 9 });
    expect(report.campaigns).toEqual({ count: 2, copies: 42, biggest: campaigns });
    const card = reportCard(report, 'en');
    expect(card.fields[1]?.value).toContain('campaigns: 2, messages in them: 42\nthe biggest: #12, call to join');
    expect(card.body).toContain('retention: 9 texts erased');
    expect(renderReport(report, false)).toContain('the biggest: #12, join, 40 messages in 3 channels.');
    expect(renderReport(report, false)).toContain('Retention: 9 texts erased.');
  });

  test.each(['ru', 'tg', 'uz'] as const)('says so in %s, too', (language) => {
    const campaigns = [{ number: undefined, category: 'join', copies: 40, channels: 3 }] as const;
    const { body, fields } = reportCard(weeklyReport({ ...BUSY, campaigns, erased: 9 }), language);
    expect(body).toMatch(/: 9$/);
    expect(fields[1]?.value).toMatch(/1, .*: 40\n.*: —, .*: 40, .*: 3$/);
    expect(`${body}${fields[1]?.value}`).not.toMatch(/[{}]/);
  });

  it('counts messages by language, and apart from them what was not assessed', () => {
    expect(weeklyReport(BUSY).messages).toEqual({
      assessed: 55,
      byLanguage: [
        { language: 'tg', count: 45 },
        { language: 'ru', count: 10 },
      ],
      notAssessed: { 'no-text': 7, 'perso-arabic': 0 },
      watch: 2,
    });
  });

  it('counts alerts by category and level, with what moderators said', () => {
    expect(weeklyReport(BUSY).alerts).toMatchObject({
      total: 3,
      rows: [
        { category: 'join', level: 'review', count: 2, confirmed: 1, falseAlarms: 0 },
        { category: 'threat', level: 'urgent', count: 1, confirmed: 0, falseAlarms: 1 },
      ],
      undecided: 1,
    });
  });

  it('shows gaps that lie in its days, cut to them, and their reasons', () => {
    const gap = (from: string, to: string) => ({
      channelId: CHANNEL,
      reason: 'outage' as const,
      from: idAt(from),
      to: idAt(to),
    });
    const { gaps } = weeklyReport(
      inputOf({
        gaps: [
          gap('2026-04-01T00:00:00Z', '2026-05-03T18:00:00Z'),
          gap('2026-05-01T00:00:00Z', '2026-05-04T00:00:00Z'),
          gap('2026-05-10T00:00:00Z', '2026-05-12T00:00:00Z'),
          gap('2026-05-10T19:00:00Z', '2026-05-12T00:00:00Z'),
        ],
      }),
    );
    expect(gaps.map(({ from, to }) => [from.toISOString(), to.toISOString()])).toEqual([
      ['2026-05-03T19:00:00.000Z', '2026-05-04T00:00:00.000Z'],
      ['2026-05-10T00:00:00.000Z', '2026-05-10T19:00:00.000Z'],
    ]);
  });

  it('names its days as the community counts them', () => {
    expect(days(weeklyReport(BUSY))).toBe('2026-05-04 – 2026-05-10');
    const today = { from: BUSY.period.from, to: new Date('2026-05-11T04:00:00Z') };
    expect(days(weeklyReport(inputOf({ period: today })))).toBe('2026-05-04 – 2026-05-11');
  });

  it('says so when there was nothing', () => {
    const report = weeklyReport(inputOf());
    expect(report.isEmpty).toBe(true);
    expect(renderReport(report, false)).toContain('Nothing was read, and there were no alerts.');
    expect(reportCard(report, 'en').body).toContain('Nothing was read this week');
  });
});

describe('precision', () => {
  it('is no percentage before two hundred verdicts', () => {
    expect(precisionOf(150, 49).share).toBeUndefined();
    expect(precisionOf(150, 50).share?.value).toBe(0.75);
    expect(renderReport(weeklyReport(BUSY), false)).toMatch(/A percentage is shown from 200 verdicts on/);
  });

  test.each([
    [0, 200, 0, 0.0188],
    [200, 200, 0.9812, 1],
    [150, 200, 0.6857, 0.805],
    [5, 10, 0.2366, 0.7634],
  ])('of %d in %d has the interval that Wilson gives', (hits, n, low, high) => {
    expect(wilson(hits, n).low).toBeCloseTo(low, 3);
    expect(wilson(hits, n).high).toBeCloseTo(high, 3);
  });

  it('is shown with its interval from then on, in every language', () => {
    const verdict = (kind: 'confirmed' | 'false-alarm', count: number) => ({
      ...{ category: 'join' as const, level: 'review' as const, language: 'tg' },
      verdict: kind,
      count,
    });
    const report = weeklyReport(inputOf({ allAlertCounts: [verdict('confirmed', 150), verdict('false-alarm', 50)] }));
    for (const language of ['en', 'ru', 'tg', 'uz'] as const) {
      const text = reportCard(report, language)
        .fields.map((field) => field.value)
        .join('\n');
      expect(text).toMatch(/75 %.*69.80 %/s);
      expect(text).not.toMatch(/\{\w+\}/);
    }
  });
});

describe('the card of a report', () => {
  it('shows what happened and pings nobody', () => {
    const card = reportCard(weeklyReport(BUSY), 'en');
    expect(card).toMatchObject({ title: 'Weekly report', buttons: [], pingRole: undefined });
    expect(card.body).toBe('2026-05-04 – 2026-05-10 (Asia/Dushanbe)\nretention: 0 texts erased');
    expect(card.fields.map(({ name, value }) => `${name}\n${value}`).join('\n\n')).toBe(`Messages
assessed: 55
\`tg\` 45 · \`ru\` 10
not assessed, no text: 7

Alerts
call to join, please review: 2
threat, urgent: 1
not decided yet: 1

Verdicts so far
confirmed: 0 · false alarms: 0
A percentage is shown from 200 verdicts on.

Coverage
channels read: 1 of 1
no gaps`);
  });

  it("keeps to Discord's limits however many gaps there are, and counts what it leaves out", () => {
    const gaps = Array.from({ length: 500 }, (_, index) => ({
      channelId: toSnowflake(String(200000000000000000n + BigInt(index))),
      reason: 'no-permission' as const,
      from: idAt('2026-05-05T00:00:00Z'),
      to: idAt('2026-05-06T00:00:00Z'),
    }));
    const tallies = Array.from({ length: 300 }, (_, index) => ({
      ...{ channelId: CHANNEL, day: '2026-05-05', outcome: 'none' as const, count: 100_000 },
      language: `language-${index}`,
    }));
    for (const language of ['en', 'ru', 'tg', 'uz'] as const) {
      const card = reportCard(weeklyReport({ ...BUSY, gaps, tallies }), language);
      for (const field of card.fields) expect(field.value.length).toBeLessThanOrEqual(1024);
      expect(JSON.stringify(card).length).toBeLessThan(6000);
      expect(card.fields.at(-1)?.value).toMatch(/48\d/);
    }
  });
});
