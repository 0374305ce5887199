import type { Chart, ChartSeries, ChartTone } from '../domain/chart.js';
import type { InterfaceLanguage } from '../domain/community.js';
import { textsIn } from '../texts/texts-in.js';
import { type ChartTexts, chartTextsIn } from './chart-texts.js';
import { localDay } from './period.js';
import type { WeeklyReport } from './weekly.js';

const MOST_CHANNELS = 8;
const MOST_TERMS = 8;
const LONGEST_LABEL = 24;
const HOUR_MS = 3_600_000;

/** Tags of one language are one series. */
const LANGUAGES: readonly { readonly prefix: string; readonly tone: ChartTone }[] = [
  { prefix: 'tg', tone: 'plain' },
  { prefix: 'uz', tone: 'good' },
  { prefix: 'ru', tone: 'bad' },
];

/** The charts that this report has something to show in; none of a week with nothing. */
export function reportCharts(report: WeeklyReport, language: InterfaceLanguage): readonly Chart[] {
  if (report.isEmpty) return [];
  const texts = chartTextsIn(language);
  const { categories } = textsIn(language);
  return [
    messagesByDay(report, texts),
    messagesByChannel(report, texts),
    hoursUnread(report, texts),
    alertsByCategory(report, texts, categories),
    alertsByPeriod(report, texts),
    verdictsByCategory(report, texts, categories),
    precisionByLanguage(report, texts),
    risingTerms(report, texts),
  ].filter((chart) => chart.labels.length > 0);
}

function messagesByDay({ volume }: WeeklyReport, texts: ChartTexts): Chart {
  return {
    title: texts.messagesByDay,
    bars: 'upright',
    stacked: true,
    labels: volume.byDay.map(({ day }) => dayAndMonth(day)),
    series: [
      { name: texts.assessed, tone: 'plain', values: volume.byDay.map(({ assessed }) => assessed) },
      { name: texts.notAssessed, tone: 'muted', values: volume.byDay.map(({ notAssessed }) => notAssessed) },
    ],
  };
}

function messagesByChannel({ volume }: WeeklyReport, texts: ChartTexts): Chart {
  const channels = volume.byChannel.slice(0, MOST_CHANNELS);
  const values = channels.map(({ assessed }) => assessed);
  const labels = channels.map(({ channel }) => channel.name ?? channel.id);
  return lying(texts.messagesByChannel, labels, [{ name: texts.assessed, tone: 'plain', values }]);
}

function hoursUnread({ gaps }: WeeklyReport, texts: ChartTexts): Chart {
  const hours = new Map<string, number>();
  for (const { channel, from, to } of gaps) {
    const name = channel.name ?? channel.id;
    hours.set(name, (hours.get(name) ?? 0) + (to.getTime() - from.getTime()) / HOUR_MS);
  }
  const longest = [...hours].sort((a, b) => b[1] - a[1]).slice(0, MOST_CHANNELS);
  const values = longest.map(([, value]) => Math.round(value * 10) / 10);
  return lying(
    texts.hoursUnread,
    longest.map(([name]) => name),
    [{ name: texts.notAssessed, tone: 'open', values }],
  );
}

function alertsByCategory({ trends }: WeeklyReport, texts: ChartTexts, names: Names): Chart {
  const hasBefore = trends.some(({ before }) => before !== undefined);
  const before = { name: texts.meanBefore, tone: 'muted' as const, values: trends.map((trend) => trend.before ?? 0) };
  return lying(
    texts.alertsByCategory,
    trends.map(({ category }) => names[category]),
    [{ name: texts.thisPeriod, tone: 'strong', values: trends.map(({ now }) => now) }, ...(hasBefore ? [before] : [])],
  );
}

function alertsByPeriod({ periods, timezone, alerts }: WeeklyReport, texts: ChartTexts): Chart {
  const count = (index: number, isIn: (tag: string) => boolean) =>
    (periods[index]?.byLanguage ?? []).filter((row) => isIn(row.language)).reduce((sum, row) => sum + row.count, 0);
  const series = [
    ...LANGUAGES.map(({ prefix, tone }) => ({ name: prefix, tone, isIn: (tag: string) => tag.startsWith(prefix) })),
    {
      name: texts.otherLanguages,
      tone: 'muted' as const,
      isIn: (tag: string) => !LANGUAGES.some(({ prefix }) => tag.startsWith(prefix)),
    },
  ].map(({ name, tone, isIn }) => ({ name, tone, values: periods.map((_, index) => count(index, isIn)) }));
  const nothing = alerts.total === 0 && periods.every(({ byLanguage }) => byLanguage.length === 0);
  return {
    title: texts.alertsByPeriod,
    bars: 'upright',
    stacked: true,
    labels: nothing ? [] : periods.map(({ from }) => dayAndMonth(localDay(from, timezone))),
    series: series.filter(({ values }) => values.some((value) => value > 0)),
  };
}

function verdictsByCategory({ alerts, trends }: WeeklyReport, texts: ChartTexts, names: Names): Chart {
  const rows = trends
    .map(({ category }) => {
      const these = alerts.rows.filter((row) => row.category === category);
      const sum = (of: 'count' | 'confirmed' | 'falseAlarms') => these.reduce((total, row) => total + row[of], 0);
      return { category, count: sum('count'), confirmed: sum('confirmed'), falseAlarms: sum('falseAlarms') };
    })
    .filter(({ count }) => count > 0);
  const open = rows.map(({ count, confirmed, falseAlarms }) => count - confirmed - falseAlarms);
  return {
    title: texts.verdictsByCategory,
    bars: 'lying',
    stacked: true,
    labels: rows.map(({ category }) => names[category]),
    series: [
      { name: texts.confirmed, tone: 'strong', values: rows.map(({ confirmed }) => confirmed) },
      { name: texts.falseAlarm, tone: 'bad', values: rows.map(({ falseAlarms }) => falseAlarms) },
      { name: texts.undecided, tone: 'open', values: open },
    ],
  };
}

/** Only languages with enough verdicts for a percentage. */
function precisionByLanguage({ precisionByLanguage: rows }: WeeklyReport, texts: ChartTexts): Chart {
  const known = rows.flatMap(({ language, precision }) =>
    precision.share === undefined ? [] : [{ language, ...precision.share }],
  );
  const values = known.map(({ low, high }) => [Math.round(low * 100), Math.round(high * 100)] as const);
  const labels = known.map(({ language }) => language);
  return { ...lying(texts.precisionByLanguage, labels, [{ name: texts.confirmed, tone: 'plain', values }]), end: 100 };
}

function risingTerms({ rising }: WeeklyReport, texts: ChartTexts): Chart {
  const terms = rising.slice(0, MOST_TERMS);
  return lying(
    texts.risingTerms,
    terms.map(({ gloss }) => gloss),
    [
      { name: texts.thisPeriod, tone: 'strong', values: terms.map(({ now }) => now) },
      { name: texts.monthBefore, tone: 'muted', values: terms.map(({ before }) => before) },
    ],
  );
}

type Names = ReturnType<typeof textsIn>['categories'];

function lying(title: string, labels: readonly string[], series: readonly ChartSeries[]): Chart {
  return { title, bars: 'lying', stacked: false, labels: labels.map(shorten), series };
}

function shorten(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`;
}

/** `04.05` of `2026-05-04`. */
function dayAndMonth(day: string): string {
  return `${day.slice(8)}.${day.slice(5, 7)}`;
}
