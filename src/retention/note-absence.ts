import type { Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import type { Erasure } from '../store/erasure.js';
import type { Flags } from '../store/store.js';

export interface AbsenceParts {
  readonly flags: Pick<Flags, 'communities'>;
  readonly erasure: Pick<Erasure, 'setLeft'>;
  /** Whether the bot belongs to the community now. */
  readonly isIn: (guildId: Snowflake) => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Notes which of these communities the bot is in, and which it is not, as far as anything is kept of them: `retention.leftDays`
 * later the latter are forgotten. A bot that is let in again before keeps what there is. Never throws.
 */
export async function noteAbsence(parts: AbsenceParts, guildIds?: readonly Snowflake[]): Promise<void> {
  const now = parts.clock.now();
  try {
    const kept = await parts.flags.communities();
    for (const guildId of kept.filter((id) => guildIds?.includes(id) ?? true))
      await parts.erasure.setLeft(guildId, parts.isIn(guildId) ? undefined : now);
  } catch (error) {
    parts.log.error('it could not be noted which communities the bot has left', { error: messageOf(error) });
  }
}
