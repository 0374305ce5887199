import type { Level, NotAssessed } from '../assess/assessment.js';
import type { Community } from '../domain/community.js';
import type { Gap, GapReason } from '../domain/coverage.js';
import { FLAG_CATEGORIES, type FlagCategory } from '../domain/flag.js';
import { type Precision, precisionOf } from '../domain/precision.js';
import { createdAt, firstIdAt, type Snowflake } from '../domain/snowflake.js';
import type { AlertCount, CampaignCount, Period, ReasonCount, Tally } from '../store/store.js';
import { cohenKappa, type VerdictPair } from './cohen-kappa.js';
import { type RisingTerm, risingTerms } from './rising-terms.js';
import { type CategoryTrend, categoryTrends, median, type PeriodAlerts } from './trend.js';
import { isAssessed, type ReportedChannel, type Volume, volumeOf } from './volume.js';

export interface WeeklyReportInput {
  readonly community: Pick<Community, 'guildId' | 'timezone'>;
  readonly period: Period;
  /** Of the period. */
  readonly tallies: readonly Tally[];
  /** Of the period. */
  readonly alertCounts: readonly AlertCount[];
  /** Since the beginning, for the precision so far. */
  readonly allAlertCounts: readonly AlertCount[];
  /** Of the periods before, oldest first. */
  readonly earlier: readonly PeriodAlerts[];
  /** Milliseconds from flag to verdict, quickest first. */
  readonly decisionTimes: readonly number[];
  readonly terms: { readonly now: readonly ReasonCount[]; readonly before: readonly ReasonCount[] };
  /** First and second verdicts of alerts that were looked at twice, since the beginning; none where nobody was asked. */
  readonly secondOpinions?: readonly VerdictPair[];
  /** Of the period, the biggest first. */
  readonly campaigns: readonly CampaignCount[];
  /** Texts whose time was over within the period. */
  readonly erased: number;
  readonly gaps: readonly Gap[];
  readonly channels: readonly ReportedChannel[];
  readonly now: Date;
}

export interface LanguageCount {
  readonly language: string;
  readonly count: number;
}

/** A stretch of a channel that nobody has read, as far as it lies in the period. */
export interface ReportedGap {
  readonly channel: ReportedChannel;
  readonly reason: GapReason;
  readonly from: Date;
  readonly to: Date;
}

/** What a week was like, in counts only. */
export interface WeeklyReport {
  readonly guildId: Snowflake;
  readonly timezone: string;
  readonly period: Period;
  readonly messages: {
    readonly assessed: number;
    /** Most frequent first. */
    readonly byLanguage: readonly LanguageCount[];
    readonly notAssessed: Readonly<Record<NotAssessed, number>>;
    readonly watch: number;
  };
  readonly alerts: {
    readonly total: number;
    readonly rows: readonly {
      readonly category: FlagCategory;
      readonly level: Level;
      readonly count: number;
      readonly confirmed: number;
      readonly falseAlarms: number;
    }[];
    readonly byLanguage: readonly LanguageCount[];
    readonly undecided: number;
  };
  readonly campaigns: {
    readonly count: number;
    /** Messages in them, in all. */
    readonly copies: number;
    /** All of them, the biggest first. */
    readonly biggest: readonly CampaignCount[];
  };
  /** Texts that were erased because their time was over. */
  readonly erased: number;
  readonly volume: Volume;
  /** By category, beside the mean of the four periods before. */
  readonly trends: readonly CategoryTrend[];
  /** Alerts of the periods before and of this one, oldest first. */
  readonly periods: readonly { readonly from: Date; readonly byLanguage: readonly LanguageCount[] }[];
  readonly decisions: { readonly count: number; readonly medianMs: number | undefined };
  readonly precisionSoFar: Precision;
  /** How far moderators agree, from alerts that two people judged without knowing of each other. Kappa is null where it is not defined. */
  readonly secondOpinions: { readonly count: number; readonly same: number; readonly kappa: number | null };
  readonly precisionByLanguage: readonly { readonly language: string; readonly precision: Precision }[];
  readonly rising: readonly RisingTerm[];
  readonly channels: { readonly covered: number; readonly known: number };
  readonly gaps: readonly ReportedGap[];
  /** Whether nothing was read and nothing was alerted. */
  readonly isEmpty: boolean;
}

/** Puts together what the store counted. Pure. */
export function weeklyReport(input: WeeklyReportInput): WeeklyReport {
  const messages = countMessages(input.tallies);
  const alerts = countAlerts(input.alertCounts);
  return {
    guildId: input.community.guildId,
    timezone: input.community.timezone,
    period: input.period,
    messages,
    alerts,
    campaigns: {
      count: input.campaigns.length,
      copies: input.campaigns.reduce((total, { copies }) => total + copies, 0),
      biggest: input.campaigns,
    },
    erased: input.erased,
    volume: volumeOf(input.tallies, input.channels, input.period),
    trends: categoryTrends(input.alertCounts, input.earlier),
    periods: [...input.earlier, { period: input.period, counts: input.alertCounts }].map(({ period, counts }) => ({
      from: period.from,
      byLanguage: byLanguage(counts),
    })),
    decisions: { count: input.decisionTimes.length, medianMs: median(input.decisionTimes) },
    precisionSoFar: precisionIn(input.allAlertCounts),
    precisionByLanguage: byLanguage(input.allAlertCounts).map(({ language }) => ({
      language,
      precision: precisionIn(input.allAlertCounts.filter((count) => count.language === language)),
    })),
    secondOpinions: secondOpinionsIn(input.secondOpinions ?? []),
    rising: risingTerms(input.terms.now, input.terms.before),
    channels: { covered: input.channels.filter((channel) => channel.covered).length, known: input.channels.length },
    gaps: gapsIn(input),
    isEmpty: input.tallies.every((tally) => tally.count === 0) && alerts.total === 0,
  };
}

function secondOpinionsIn(pairs: readonly VerdictPair[]): WeeklyReport['secondOpinions'] {
  return {
    count: pairs.length,
    same: pairs.filter(({ first, second }) => first === second).length,
    kappa: cohenKappa(pairs),
  };
}

/** Of what the classifier found: what members reported says nothing of how often it is right. */
function precisionIn(all: readonly AlertCount[]): Precision {
  const counts = all.filter(({ category }) => category !== 'reported');
  return precisionOf(withVerdict(counts, 'confirmed'), withVerdict(counts, 'false-alarm'));
}

function countMessages(tallies: readonly Tally[]): WeeklyReport['messages'] {
  const assessed = tallies.filter(isAssessed);
  const of = (outcome: Tally['outcome']) => sum(tallies.filter((tally) => tally.outcome === outcome));
  return {
    assessed: sum(assessed),
    byLanguage: byLanguage(assessed),
    notAssessed: { 'no-text': of('no-text'), 'perso-arabic': of('perso-arabic') },
    watch: of('watch'),
  };
}

function countAlerts(counts: readonly AlertCount[]): WeeklyReport['alerts'] {
  const rows = FLAG_CATEGORIES.flatMap((category) =>
    (['urgent', 'review'] as const).map((level) => {
      const these = counts.filter((count) => count.category === category && count.level === level);
      return {
        category,
        level,
        count: sum(these),
        confirmed: withVerdict(these, 'confirmed'),
        falseAlarms: withVerdict(these, 'false-alarm'),
      };
    }),
  );
  return {
    total: sum(counts),
    rows: rows.filter((row) => row.count > 0),
    byLanguage: byLanguage(counts),
    undecided: withVerdict(counts, undefined),
  };
}

function withVerdict(counts: readonly AlertCount[], verdict: AlertCount['verdict']): number {
  return sum(counts.filter((count) => count.verdict === verdict));
}

/** Gaps that overlap the period, cut to it: what was missed before it was in an earlier report. */
function gapsIn({ gaps, channels, period }: WeeklyReportInput): readonly ReportedGap[] {
  const known = new Map(channels.map((channel) => [channel.id, channel]));
  const first = createdAt(firstIdAt(period.from));
  return gaps.flatMap((gap) => {
    const from = createdAt(gap.from);
    const to = createdAt(gap.to);
    if (to < first || from >= period.to) return [];
    const channel = known.get(gap.channelId) ?? { id: gap.channelId, name: undefined, covered: false };
    return [{ channel, reason: gap.reason, from: later(from, period.from), to: earlier(to, period.to) }];
  });
}

function byLanguage(counts: readonly LanguageCount[]): readonly LanguageCount[] {
  const sums = new Map<string, number>();
  for (const { language, count } of counts) sums.set(language, (sums.get(language) ?? 0) + count);
  return [...sums]
    .map(([language, count]) => ({ language, count }))
    .sort((a, b) => b.count - a.count || a.language.localeCompare(b.language));
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
