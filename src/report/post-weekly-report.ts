import type { CardPlace } from '../domain/alert.js';
import type { Card } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Cards } from '../ports/cards.js';
import type { ChartPainter } from '../ports/chart-painter.js';
import type { Clock } from '../ports/clock.js';
import { RefusedError } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import type { ReportPosts } from '../store/store.js';
import { gatherReport, type ReportSource } from './gather-report.js';
import { isMissed } from './missed-report.js';
import { paintReport } from './paint-report.js';
import { daysBefore, localDay } from './period.js';
import { periodOfReport, REPORT_DAYS, reportId } from './report-id.js';
import { sayNext } from './say-next.js';

export interface PostReportParts extends ReportSource {
  readonly reportPosts: ReportPosts;
  readonly cards: Cards;
  readonly painter: ChartPainter;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Posts the report on the seven days before today, once, and whatever is owed from before. It is claimed first: if posting
 * fails, or the bot dies, it is owed. Throws what the moderator channel throws.
 */
export async function postWeeklyReport(community: Community, parts: PostReportParts): Promise<void> {
  const now = parts.clock.now();
  const period = daysBefore(localDay(now, community.timezone), REPORT_DAYS, community.timezone);
  const id = reportId(period, community);
  const isFirst = (await parts.reportPosts.claim(community.guildId, id, now)) === 'first';
  await postOwed(community, isFirst ? id : undefined, parts);
}

/** Posts reports that were claimed and not posted. Throws what the moderator channel throws; they stay owed. */
export async function postOwedReports(community: Community, parts: PostReportParts): Promise<void> {
  await postOwed(community, undefined, parts);
}

/** Claims the report that was due last, on that day of the community's calendar, if nobody was there to post it. */
export async function claimMissedReport(
  community: Community,
  dueDay: string,
  { reportPosts, counts, clock, log }: Pick<PostReportParts, 'reportPosts' | 'counts' | 'clock' | 'log'>,
): Promise<void> {
  const { guildId, timezone } = community;
  const period = daysBefore(dueDay, REPORT_DAYS, timezone);
  const reported = (await reportPosts.list(guildId)).map(({ id }) => periodOfReport(id, timezone));
  const tallies = await counts.tallies(guildId, period);
  const counted = tallies.reduce((sum, { count }) => sum + count, 0);
  if (!isMissed({ period, counted, reported })) return;
  await reportPosts.claim(guildId, reportId(period, community), clock.now());
  log.info('a weekly report was missed and is made up', { guild: guildId, due: dueDay });
}

/** All but `untried` may have been posted just before a crash, and are looked for before they are posted again. */
async function postOwed(community: Community, untried: string | undefined, parts: PostReportParts): Promise<void> {
  const { guildId, moderatorChannel } = community;
  for (const { id, isPosted } of await parts.reportPosts.list(guildId)) {
    if (isPosted) continue;
    const period = periodOfReport(id, community.timezone);
    const now = parts.clock.now();
    const report = await gatherReport(community, period, now, parts);
    const card = sayNext(await paintReport(report, community, parts), { period, now }, community);
    const found = id === untried ? undefined : await parts.cards.find(moderatorChannel, id, period.to);
    const place = found ?? (await postWithPicture(moderatorChannel, card, parts.cards));
    await parts.reportPosts.markPosted(guildId, id, place, parts.clock.now());
    parts.log.info('the weekly report is posted', { guild: guildId, alerts: report.alerts.total });
  }
}

/** Where the bot may not attach files, or Discord does not want this one, the words go out alone. */
async function postWithPicture(channelId: Snowflake, card: Card, cards: Cards): Promise<CardPlace> {
  const { image, ...words } = card;
  try {
    return await cards.post(channelId, card);
  } catch (error) {
    const refused =
      error instanceof RefusedError && (error.because === 'no-permission' || error.because === 'rejected');
    if (image === undefined || !refused) throw error;
    return await cards.post(channelId, words);
  }
}
