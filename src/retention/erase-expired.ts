import type { Community } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Flags } from '../store/store.js';
import { retentionLimits } from './limits.js';

export interface RetentionParts {
  readonly flags: Flags;
  readonly wakeAlerts: (guildId: Snowflake) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Erases what is past its time, and has the cards say so. May run twice. */
export async function eraseExpired(community: Community, parts: RetentionParts): Promise<void> {
  const erased = await parts.flags.eraseExpired(community.guildId, retentionLimits(community, parts.clock.now()));
  if (erased === 0) return;
  parts.log.info('texts past their time were erased', { guild: community.guildId, erased });
  parts.wakeAlerts(community.guildId);
}
