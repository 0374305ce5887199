import type { Community } from '../domain/community.js';
import type { Cards } from '../ports/cards.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { ReportPosts } from '../store/store.js';
import { gatherReport, type ReportSource } from './gather-report.js';
import { wholeDaysBefore } from './period.js';
import { reportCard } from './report-card.js';

export interface PostReportParts extends ReportSource {
  readonly reportPosts: ReportPosts;
  readonly cards: Cards;
  readonly clock: Clock;
  readonly log: Log;
}

const DAYS = 7;

/**
 * Posts the report on the seven days before today, once: a report that was tried before, in this run or before a crash, is
 * looked for before it is posted again. Throws what the moderator channel throws; the schedule logs it and comes round again.
 */
export async function postWeeklyReport(community: Community, parts: PostReportParts): Promise<void> {
  const now = parts.clock.now();
  const period = wholeDaysBefore(now, DAYS, community.timezone);
  const report = await gatherReport(community, period, now, parts);
  const card = reportCard(report, community.interfaceLanguage);
  const stands = await parts.reportPosts.claim(community.guildId, card.id, now);
  if (stands === 'posted') return;

  const found = stands === 'tried' ? await parts.cards.find(community.moderatorChannel, card.id, period.to) : undefined;
  const place = found ?? (await parts.cards.post(community.moderatorChannel, card));
  await parts.reportPosts.markPosted(community.guildId, card.id, place, parts.clock.now());
  parts.log.info('the weekly report is posted', { guild: community.guildId, alerts: report.alerts.total });
}
