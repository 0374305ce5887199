import type { Community } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { SecondReviews } from '../store/review-store.js';
import type { Counts, Ledger, Period } from '../store/store.js';
import { periodsBefore } from './trend.js';
import type { ReportedChannel } from './volume.js';
import { type WeeklyReport, weeklyReport } from './weekly.js';

/** How far back the terms of the flags are compared with. */
const MONTH_MS = 30 * 86_400_000;

export interface ReportSource {
  readonly counts: Counts;
  readonly ledger: Ledger;
  readonly secondReviews?: Pick<SecondReviews, 'pairs'>;
  /** The channel's name where it is known: from Discord, not from the store. */
  readonly channelName: (id: Snowflake) => string | undefined;
}

/** Reads from the store what a report counts, and puts it together. */
export async function gatherReport(
  community: Pick<Community, 'guildId' | 'timezone'>,
  period: Period,
  now: Date,
  { counts, ledger, secondReviews, channelName }: ReportSource,
): Promise<WeeklyReport> {
  const { guildId, timezone } = community;
  const monthBefore = { from: new Date(period.from.getTime() - MONTH_MS), to: period.from };
  const [tallies, alertCounts, allAlertCounts, decisionTimes, termsNow, termsBefore, gaps, ids, campaigns, erased] =
    await Promise.all([
      counts.tallies(guildId, period),
      counts.alerts(guildId, period),
      counts.alerts(guildId, { from: new Date(0), to: now }),
      counts.decisionTimes(guildId, period),
      counts.terms(guildId, period),
      counts.terms(guildId, monthBefore),
      ledger.gaps(guildId),
      ledger.channels(guildId),
      counts.campaigns(guildId, period),
      counts.erased(guildId, period),
    ]);
  const earlier = await Promise.all(
    periodsBefore(period, timezone).map(async (one) => ({ period: one, counts: await counts.alerts(guildId, one) })),
  );
  const secondOpinions = (await secondReviews?.pairs(guildId, { from: new Date(0), to: now })) ?? [];
  const channels: ReportedChannel[] = [];
  for (const id of ids) channels.push({ id, name: channelName(id), covered: (await ledger.ranges(id)).length > 0 });
  return weeklyReport({
    ...{ community, period, tallies, alertCounts, allAlertCounts, earlier, decisionTimes, gaps, channels, now },
    ...{ campaigns, erased },
    terms: { now: termsNow, before: termsBefore },
    secondOpinions,
  });
}
