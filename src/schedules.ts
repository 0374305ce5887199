import type { Community, CommunityDefaults } from './domain/community.js';
import type { Snowflake } from './domain/snowflake.js';
import type { Ingest } from './ingest/ingest.js';
import type { Schedule } from './ports/schedule.js';
import type { ReportRounds } from './report-rounds.js';
import { eraseExpired, eraseExpiredUnserved, type RetentionParts } from './retention/erase-expired.js';

export interface SchedulesParts {
  readonly communities: ReadonlyMap<Snowflake, Community>;
  /** For communities that are in the store and not in the settings. */
  readonly unserved: CommunityDefaults;
  readonly schedule: Schedule;
  readonly ingest: Pick<Ingest, 'catchUp' | 'backfill'>;
  readonly retention: RetentionParts;
  readonly reports: Pick<ReportRounds, 'due' | 'owed'>;
  /** Second opinions fall due by time alone, and of what is erased at the command line nobody tells this process. */
  readonly wakeAlerts: (guildId: Snowflake) => void;
  /** Looks whether another pack was published; undefined where the pack stays as it is. */
  readonly refreshPack?: (() => Promise<void>) | undefined;
}

/** How soon a running bot sees what `didbon backfill` asked for: within a minute. */
const BACKFILL = '* * * * *';

/** How soon every process works with what was published: twice a minute. */
const PACK_BEAT = '*/30 * * * * *';

/** Starts all that comes round: catch-up, retention and reports of each community, retention of those without settings, and the pack. */
export function startSchedules({ communities, unserved, schedule, ...parts }: SchedulesParts): void {
  for (const community of communities.values()) {
    const { guildId, timezone, schedules } = community;
    const at = (name: string, cron: string, run: () => Promise<void>) =>
      schedule.start({ name: `${name} ${guildId}`, cron, timezone, run });
    at('catch-up', schedules.catchUp, () => parts.ingest.catchUp(guildId));
    at('backfill', BACKFILL, () => parts.ingest.backfill(guildId));
    at('retention', schedules.retention, () => eraseExpired(community, parts.retention));
    at('weekly report', schedules.weeklyReport, () => parts.reports.due(community));
    at('owed reports', schedules.catchUp, () => parts.reports.owed(community));
    at('cards', schedules.catchUp, async () => parts.wakeAlerts(guildId));
  }
  schedule.start({
    name: 'retention of communities without settings',
    cron: unserved.schedules.retention,
    timezone: unserved.timezone,
    run: () => eraseExpiredUnserved(communities, unserved, parts.retention),
  });
  const { refreshPack } = parts;
  if (refreshPack !== undefined)
    schedule.start({ name: 'classifier pack', cron: PACK_BEAT, timezone: 'UTC', run: refreshPack });
}
