import type { Community, CommunityDefaults } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import type { Erasure } from '../store/erasure.js';
import type { Lessons, PackTrials } from '../store/pack-stores.js';
import type { Flags } from '../store/store.js';
import { leftBefore, retentionLimits } from './limits.js';

export interface RetentionParts {
  readonly flags: Pick<Flags, 'communities' | 'eraseExpired'>;
  readonly erasure: Pick<Erasure, 'leftAt' | 'forgetCommunity' | 'expireInstallation'>;
  readonly lessons: Pick<Lessons, 'eraseBefore' | 'keep'>;
  readonly packTrials: Pick<PackTrials, 'eraseExpired'>;
  readonly wakeAlerts: (guildId: Snowflake) => void;
  readonly clock: Clock;
  readonly log: Log;
}

type Retained = Pick<Community, 'guildId' | 'retention'>;

/** Erases what is past its time, and has the cards say so; all there is of a community that the bot left long ago. May run twice. */
export async function eraseExpired(community: Retained, parts: RetentionParts): Promise<void> {
  const { guildId } = community;
  const now = parts.clock.now();
  const leftAt = await parts.erasure.leftAt(guildId);
  if (leftAt !== undefined && leftAt <= leftBefore(community, now)) {
    await parts.erasure.forgetCommunity({ guildId, actor: 'didbon', at: now, canEditCards: false });
    parts.log.info('a community that the bot has left was forgotten', { guild: guildId });
    return;
  }
  const limits = retentionLimits(community, now);
  // First: what a verdict teaches is read from reasons that go with the text.
  await parts.lessons.keep(guildId);
  await parts.lessons.eraseBefore(guildId, limits.countsBefore);
  const erased = await parts.flags.eraseExpired(guildId, limits);
  if (erased === 0) return;
  parts.log.info('texts past their time were erased', { guild: guildId, erased });
  parts.wakeAlerts(guildId);
}

/** Erases what is past its time of communities that are in the store and not in the settings (any more), of none, and of trials of packs. May run twice. */
export async function eraseExpiredUnserved(
  served: ReadonlyMap<Snowflake, Community>,
  { retention }: Pick<CommunityDefaults, 'retention'>,
  parts: RetentionParts,
): Promise<void> {
  await parts.packTrials.eraseExpired(parts.clock.now());
  for (const guildId of await parts.flags.communities())
    if (!served.has(guildId)) await eraseExpired({ guildId, retention }, parts);
  await parts.erasure.expireInstallation(retentionLimits({ retention }, parts.clock.now()).auditBefore);
}

/** All of it at once, for the start: a bot that was down at the time of its schedule keeps its promise. Never throws. */
export async function eraseExpiredEverywhere(
  served: ReadonlyMap<Snowflake, Community>,
  defaults: Pick<CommunityDefaults, 'retention'>,
  parts: RetentionParts,
): Promise<void> {
  try {
    for (const community of served.values()) await eraseExpired(community, parts);
    await eraseExpiredUnserved(served, defaults, parts);
  } catch (error) {
    parts.log.error('texts past their time could not be erased for now', { error: messageOf(error) });
  }
}
