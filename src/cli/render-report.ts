import { createColors } from 'picocolors';
import { ENOUGH_VERDICTS } from '../domain/precision.js';
import { days } from '../report/report-card.js';
import type { ReportedGap, WeeklyReport } from '../report/weekly.js';
import { localTime } from './local-time.js';
import { type Cell, formatNumber, numberCell, renderTable } from './table.js';

const REASONS = {
  'no-text': 'not assessed: nothing to read',
  'perso-arabic': 'not assessed: Perso-Arabic script',
} as const;

/** A report as a person reads it at a terminal. */
export function renderReport(report: WeeklyReport, colour: boolean): string {
  const c = createColors(colour);
  const heading = c.bold(`Community ${report.guildId}, ${days(report)} (${report.timezone})`);
  if (report.isEmpty)
    return [heading, '', 'Nothing was read, and there were no alerts.', ...rest(report, colour)].join('\n');
  return [
    heading,
    '',
    renderTable(['messages', 'count'], messageRows(report), colour),
    '',
    report.alerts.total === 0
      ? 'No alerts.'
      : renderTable(['alerts', 'level', 'count', 'confirmed', 'false alarms'], alertRows(report), colour),
    ...campaignLines(report),
    ...rest(report, colour),
  ].join('\n');
}

function rest(report: WeeklyReport, colour: boolean): readonly string[] {
  const erased = `Retention: ${formatNumber(report.erased)} texts erased.`;
  return ['', precisionLine(report), '', ...coverage(report, colour), erased, ''];
}

function messageRows({ messages }: WeeklyReport): readonly (readonly Cell[])[] {
  const reasons = (['no-text', 'perso-arabic'] as const).filter((reason) => messages.notAssessed[reason] > 0);
  return [
    ...messages.byLanguage.map(({ language, count }) => [language, numberCell(count)]),
    ['assessed in all', numberCell(messages.assessed)],
    ...reasons.map((reason) => [REASONS[reason], numberCell(messages.notAssessed[reason])]),
    ...(messages.watch > 0 ? [['of these on watch', numberCell(messages.watch)]] : []),
  ];
}

function alertRows({ alerts }: WeeklyReport): readonly (readonly Cell[])[] {
  return alerts.rows.map(({ category, level, count, confirmed, falseAlarms }) => [
    category,
    level,
    ...[count, confirmed, falseAlarms].map(numberCell),
  ]);
}

function campaignLines({ campaigns: { count, copies, biggest } }: WeeklyReport): readonly string[] {
  const [first] = biggest;
  if (first === undefined) return ['', 'No campaigns.'];
  const name = first.number === undefined ? '' : `#${first.number}, `;
  return [
    '',
    `Campaigns: ${formatNumber(count)} with ${formatNumber(copies)} messages; the biggest: ${name}${first.category}, ${formatNumber(first.copies)} messages in ${first.channels} channels.`,
  ];
}

function precisionLine({ precisionSoFar, alerts }: WeeklyReport): string {
  const { confirmed, falseAlarms, share } = precisionSoFar;
  const counts = `Verdicts so far: ${formatNumber(confirmed)} confirmed, ${formatNumber(falseAlarms)} false alarms; of these days ${formatNumber(alerts.undecided)} not decided yet.`;
  if (share === undefined) return `${counts}\nA percentage is shown from ${ENOUGH_VERDICTS} verdicts on.`;
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  return `${counts}\nOf alerts like these ${percent(share.value)} were confirmed (95 % interval ${percent(share.low)} to ${percent(share.high)}).`;
}

function coverage({ channels, gaps, timezone }: WeeklyReport, colour: boolean): readonly string[] {
  const read = `Channels read: ${channels.covered} of ${channels.known}.`;
  if (gaps.length === 0) return [`${read} No gaps.`];
  return [
    read,
    renderTable(
      ['channel', 'from', 'to', 'why it was not read'],
      gaps.map((gap) => gapRow(gap, timezone)),
      colour,
    ),
  ];
}

function gapRow({ channel, from, to, reason }: ReportedGap, timezone: string): readonly Cell[] {
  return [channel.name ?? channel.id, localTime(from, timezone), localTime(to, timezone), reason.replaceAll('-', ' ')];
}
