import type { Card } from '../domain/card.js';
import type { InterfaceLanguage } from '../domain/community.js';
import { ENOUGH_VERDICTS } from '../domain/precision.js';
import { timestamp } from '../domain/timestamp.js';
import { fill, textsIn } from '../texts/texts-in.js';
import { type ChartTexts, chartTextsIn } from './chart-texts.js';
import { decisionLine } from './duration.js';
import { addDays, localDay } from './period.js';
import { reportId } from './report-id.js';
import { type ReportTexts, reportTextsIn } from './report-texts.js';
import type { RisingTerm } from './rising-terms.js';
import type { ReportedGap, WeeklyReport } from './weekly.js';

const COLOUR = 0x35_6a_a0;

/** Discord takes 1,024 characters a field and 6,000 an embed; four fields of this stay below both. UTF-16 units. */
const LONGEST_FIELD = 1000;

/** The report as a card for the moderator channel. Names no author and quotes no message; channels are linked, nobody is pinged. */
export function reportCard(report: WeeklyReport, language: InterfaceLanguage): Card {
  const texts = reportTextsIn(language);
  const charts = chartTextsIn(language);
  const id = reportId(report.period, report);
  const card = { id, title: texts.title, colour: COLOUR, footer: id, buttons: [] };
  const body = [
    `${days(report)} (${report.timezone})`,
    ...(report.isEmpty ? [texts.nothing] : []),
    fill(texts.erased, { count: String(report.erased) }),
  ].join('\n');
  const field = (name: string, lines: readonly string[]) => ({ name, value: shorten(lines, texts), inline: false });
  return {
    ...card,
    body,
    fields: [
      ...(report.isEmpty
        ? []
        : [field(texts.messages, messageLines(report, texts)), field(texts.alerts, alertLines(report, language))]),
      field(texts.verdicts, verdictLines(report, texts, charts)),
      ...(report.rising.length === 0
        ? []
        : [
            field(
              charts.risingTerms,
              report.rising.map((term) => termLine(term, charts)),
            ),
          ]),
      field(texts.coverage, coverageLines(report, texts)),
    ],
    pingRole: undefined,
  };
}

/** `2026-05-04 – 2026-05-10`, both ends inclusive. */
export function days({ period, timezone }: Pick<WeeklyReport, 'period' | 'timezone'>): string {
  const end = localDay(period.to, timezone);
  const isWhole = localDay(new Date(period.to.getTime() - 1), timezone) !== end;
  return `${localDay(period.from, timezone)} – ${isWhole ? addDays(end, -1) : end}`;
}

function messageLines({ messages }: WeeklyReport, texts: ReportTexts): readonly string[] {
  const languages = messages.byLanguage.map(({ language, count }) => `\`${language}\` ${count}`);
  return [
    fill(texts.assessed, { count: String(messages.assessed) }),
    ...(languages.length === 0 ? [] : [languages.slice(0, 20).join(' · ')]),
    ...(['no-text', 'perso-arabic'] as const)
      .filter((reason) => messages.notAssessed[reason] > 0)
      .map((reason) => `${texts.notAssessed[reason]}: ${messages.notAssessed[reason]}`),
  ];
}

function alertLines({ alerts, campaigns }: WeeklyReport, language: InterfaceLanguage): readonly string[] {
  const { levels, categories } = textsIn(language);
  const texts = reportTextsIn(language);
  // Copies may have joined a card of the week before.
  const inCampaigns = campaignLines(campaigns, language);
  if (alerts.total === 0) return [texts.noAlerts, ...inCampaigns];
  return [
    ...alerts.rows.map(({ category, level, count }) => `${categories[category]}, ${levels[level]}: ${count}`),
    fill(texts.undecided, { count: String(alerts.undecided) }),
    ...inCampaigns,
  ];
}

function campaignLines(
  { count, copies, biggest: [first] }: WeeklyReport['campaigns'],
  language: InterfaceLanguage,
): readonly string[] {
  if (first === undefined) return [];
  const texts = reportTextsIn(language);
  return [
    fill(texts.campaigns, { count: String(count), copies: String(copies) }),
    fill(texts.biggestCampaign, {
      number: first.number === undefined ? '—' : `#${first.number}`,
      category: textsIn(language).categories[first.category],
      copies: String(first.copies),
      channels: String(first.channels),
    }),
  ];
}

function verdictLines(report: WeeklyReport, texts: ReportTexts, chartTexts: ChartTexts): readonly string[] {
  const { confirmed, falseAlarms, share } = report.precisionSoFar;
  const time = decisionLine(report, chartTexts);
  const decided = [
    fill(texts.decided, { confirmed: String(confirmed), falseAlarms: String(falseAlarms) }),
    ...(time === undefined ? [] : [time]),
    ...secondOpinionLine(report, texts),
  ];
  if (share === undefined) return [...decided, fill(texts.tooFew, { count: String(ENOUGH_VERDICTS) })];
  const percent = (value: number) => (100 * value).toFixed(0);
  const values = { percent: percent(share.value), low: percent(share.low), high: percent(share.high) };
  return [...decided, fill(texts.precision, values)];
}

function secondOpinionLine({ secondOpinions }: WeeklyReport, texts: ReportTexts): readonly string[] {
  const { count, same, kappa } = secondOpinions;
  if (count === 0) return [];
  return [fill(texts.secondOpinions, { count: String(count), same: String(same), kappa: kappa?.toFixed(2) ?? '—' })];
}

/** What is read of a community and what is not, as a card of its own. */
export function coverageCard(report: WeeklyReport, language: InterfaceLanguage): Card {
  const texts = reportTextsIn(language);
  const id = reportId(report.period, report);
  const body = [textsIn(language).commands.coverage, shorten(coverageLines(report, texts), texts)].join('\n');
  return { id, title: texts.coverage, colour: COLOUR, body, fields: [], footer: id, buttons: [], pingRole: undefined };
}

/** «caliphate (group): this week 7 · the month before 1»: in how many flags. */
function termLine({ gloss, role, now, before }: RisingTerm, { thisPeriod, monthBefore }: ChartTexts): string {
  return `\`${gloss}\` (${role}): ${thisPeriod} ${now} · ${monthBefore} ${before}`;
}

function coverageLines({ channels, gaps }: WeeklyReport, texts: ReportTexts): readonly string[] {
  const read = fill(texts.channels, { covered: String(channels.covered), known: String(channels.known) });
  return [read, ...(gaps.length === 0 ? [texts.noGaps] : gaps.map((gap) => gapLine(gap, texts)))];
}

function gapLine({ channel, reason, from, to }: ReportedGap, texts: ReportTexts): string {
  return `<#${channel.id}> ${timestamp(from, 'f')} – ${timestamp(to, 'f')}: ${texts.gapReasons[reason]}`;
}

/** As many whole lines as a field takes; what is left out is counted. */
function shorten(lines: readonly string[], texts: ReportTexts): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    const left = fill(texts.more, { count: String(lines.length - kept.length) });
    if (length + line.length + left.length + 2 > LONGEST_FIELD) return [...kept, left].join('\n');
    kept.push(line);
    length += line.length + 1;
  }
  return kept.join('\n');
}
