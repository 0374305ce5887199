import type { Community } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Counts, Ledger, Period } from '../store/store.js';
import { type ReportedChannel, type WeeklyReport, weeklyReport } from './weekly.js';

export interface ReportSource {
  readonly counts: Counts;
  readonly ledger: Ledger;
  /** The channel's name where it is known: from Discord, not from the store. */
  readonly channelName: (id: Snowflake) => string | undefined;
}

/** Reads from the store what a report counts, and puts it together. */
export async function gatherReport(
  community: Pick<Community, 'guildId' | 'timezone'>,
  period: Period,
  now: Date,
  { counts, ledger, channelName }: ReportSource,
): Promise<WeeklyReport> {
  const { guildId } = community;
  const [tallies, alertCounts, allAlertCounts, gaps, ids] = await Promise.all([
    counts.tallies(guildId, period),
    counts.alerts(guildId, period),
    counts.alerts(guildId, { from: new Date(0), to: now }),
    ledger.gaps(guildId),
    ledger.channels(guildId),
  ]);
  const channels: ReportedChannel[] = [];
  for (const id of ids) channels.push({ id, name: channelName(id), covered: (await ledger.ranges(id)).length > 0 });
  return weeklyReport({ community, period, tallies, alertCounts, allAlertCounts, gaps, channels, now });
}
