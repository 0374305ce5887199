import type { AuditActor } from '../domain/audit.js';
import type { Erased } from '../domain/erasure.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import type { Erasure } from '../store/erasure.js';

export interface ForgetParts {
  readonly erasure: Pick<Erasure, 'forget'>;
  /** Told when cards have to be edited. */
  readonly wakeAlerts: (guildId: Snowflake) => void;
  readonly clock: Clock;
}

/** Who is to be forgotten, where, and who said so. */
export interface UserToForget {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly actor: AuditActor;
}

/**
 * Erases what is held on a member in one community and has the cards say so: for a moderator's command. What they wrote up to
 * now is not flagged again. Repeat-safe; it stands in the audit log, without a name.
 */
export async function forgetUser({ guildId, userId, actor }: UserToForget, parts: ForgetParts): Promise<Erased> {
  const erased = await parts.erasure.forget({ guildId, kind: 'user', id: userId, actor, at: parts.clock.now() });
  if (erased.flags > 0 || erased.names > 0) parts.wakeAlerts(guildId);
  return erased;
}
