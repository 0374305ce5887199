import type { Community } from '../domain/community.js';
import type { RetentionLimits } from '../store/store.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The moments before which a community's data goes, by its own settings. */
export function retentionLimits({ retention }: Pick<Community, 'retention'>, now: Date): RetentionLimits {
  const before = (ms: number) => new Date(now.getTime() - ms);
  return {
    deletedBefore: before(retention.deletedTextHours * HOUR_MS),
    textBefore: before(retention.textDays * DAY_MS),
    confirmedBefore: before(retention.confirmedDays * DAY_MS),
    countsBefore: before(retention.countsDays * DAY_MS),
    auditBefore: before(retention.auditDays * DAY_MS),
    now,
  };
}

/** A community that the bot left at or before this moment is forgotten. */
export function leftBefore({ retention }: Pick<Community, 'retention'>, now: Date): Date {
  return new Date(now.getTime() - retention.leftDays * DAY_MS);
}
