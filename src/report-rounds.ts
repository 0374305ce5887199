import type { Community } from './domain/community.js';
import type { Snowflake } from './domain/snowflake.js';
import { createTurns } from './ingest/turns.js';
import { messageOf } from './ports/errors.js';
import type { Schedule } from './ports/schedule.js';
import {
  claimMissedReport,
  type PostReportParts,
  postOwedReports,
  postWeeklyReport,
} from './report/post-weekly-report.js';

export interface ReportRoundsParts extends Omit<PostReportParts, 'channelName'> {
  readonly schedule: Pick<Schedule, 'lastDueDay'>;
  readonly channelName: (guildId: Snowflake) => PostReportParts['channelName'];
}

/** The weekly reports of all communities. Those of one community are worked on one after the other: two at once would post twice. */
export interface ReportRounds {
  /** Posts the report that is due now, and what is owed. */
  due(community: Community): Promise<void>;
  /** Posts what is owed. Never throws: what stays owed comes round again. */
  owed(community: Community): Promise<void>;
  /** Finds out what was missed, before anything new is counted. Never throws. */
  claimMissed(communities: Iterable<Community>): Promise<void>;
}

export function createReportRounds({ schedule, channelName, ...parts }: ReportRoundsParts): ReportRounds {
  const inTurn = createTurns();
  const partsOf = ({ guildId }: Community): PostReportParts => ({ ...parts, channelName: channelName(guildId) });

  const claimOne = async (community: Community): Promise<void> => {
    const { schedules, timezone, guildId } = community;
    try {
      const day = schedule.lastDueDay(schedules.weeklyReport, timezone, parts.clock.now());
      if (day !== undefined) await claimMissedReport(community, day, parts);
    } catch (error) {
      parts.log.error('missed reports could not be looked for', { guild: guildId, error: messageOf(error) });
    }
  };

  return {
    due: (community) => inTurn(community.guildId, () => postWeeklyReport(community, partsOf(community))),
    async owed(community) {
      const { guildId } = community;
      try {
        await inTurn(guildId, () => postOwedReports(community, partsOf(community)));
      } catch (error) {
        parts.log.warn('a weekly report could not be posted for now', { guild: guildId, error: messageOf(error) });
      }
    },
    async claimMissed(communities) {
      for (const community of communities) await claimOne(community);
    },
  };
}
