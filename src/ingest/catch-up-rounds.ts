import type { Channel } from '../domain/channel.js';
import type { Community } from '../domain/community.js';
import { compareIds, createdAt, type Snowflake } from '../domain/snowflake.js';
import { messageOf } from '../ports/errors.js';
import type { History } from '../ports/history.js';
import { isWatched } from './accept.js';
import { backfillChannel, type CatchUpParts, type CaughtUp, catchUpChannel } from './catch-up.js';
import { createOnceMore } from './once-more.js';
import { type RereadParts, rereadChanges } from './reread-changes.js';

export interface RoundParts extends CatchUpParts, RereadParts {
  readonly backfillHistory: History;
  readonly community: (guildId: Snowflake) => Community | undefined;
  readonly channels: (guildId: Snowflake) => readonly Channel[];
  /** Sees to it that nothing is closed before this work is over, and logs what it throws. */
  readonly track: (work: Promise<unknown>, what: string) => void;
}

/** Reads what was missed, community by community. */
export interface CatchUpRounds {
  /** Reads every gap of a community, after downtime also edits, deletions and threads that were archived meanwhile. Asked for while it runs, it runs once more. */
  request(guildId: Snowflake, afterDowntime: boolean): Promise<void>;
  /** Reads what was asked for of a community's past. Asked for while it runs, it runs on. */
  backfill(guildId: Snowflake): Promise<void>;
  /** Reads one channel that has just become readable or has lost something, perhaps an edit or a deletion. Asked for while it is read, it is read once more. */
  readChannel(channel: Channel, community: Community, changes: boolean): Promise<void>;
  /** The channel is no more. */
  forget(channelId: Snowflake): void;
}

/** Discord gives a channel about one page a second: so many channels together use up the budget. */
const CHANNELS_AT_ONCE = 32;
const HOUR_MS = 3_600_000;
/** A round that could not read everything comes again: soon at first, then no more often than this. */
const RETRY_MS = { first: 5_000, most: 600_000 } as const;

export function createCatchUpRounds(parts: RoundParts): CatchUpRounds {
  const singles = new Map<Snowflake, { readonly channel: Channel; readonly community: Community }>();
  const failures = new Map<Snowflake, number>();
  const reported = new Set<Snowflake>();

  const report = (channel: Channel, outcome: CaughtUp): void => {
    if (outcome === 'read') reported.delete(channel.id);
    if (outcome !== 'refused' || reported.has(channel.id)) return;
    reported.add(channel.id);
    parts.log.warn('a channel may not be read and is skipped', { guild: channel.guildId, channel: channel.id });
  };

  /** False where trying again may help. */
  const readOne = async (channel: Channel, community: Community, changes: boolean): Promise<boolean> => {
    try {
      const outcome = await catchUpChannel(channel, community, parts, parts.stopping);
      report(channel, outcome);
      if (changes && outcome === 'read') await rereadChanges(channel, community, parts);
      return outcome !== 'unavailable';
    } catch (error) {
      if (!parts.stopping.aborted)
        parts.log.error('catch-up of a channel failed', { channel: channel.id, error: messageOf(error) });
      return false;
    }
  };

  const readAll = async (guildId: Snowflake, afterDowntime: boolean): Promise<boolean> => {
    const community = parts.community(guildId);
    if (community === undefined) return true;
    const archived = afterDowntime ? await threadsToRead(community, parts) : [];
    const threads = archived ?? [];
    const next = [...parts.channels(guildId), ...threads].filter((channel) => isWatched(channel, community)).values();
    let complete = archived !== undefined;
    const lane = async (): Promise<void> => {
      for (const channel of next) {
        if (parts.stopping.aborted) return;
        if (!(await readOne(channel, community, afterDowntime && !threads.includes(channel)))) complete = false;
      }
    };
    await Promise.all(Array.from({ length: CHANNELS_AT_ONCE }, lane));
    return complete;
  };

  /** Waiting holds up nobody; the round that follows is work like any other. */
  const retryLater = (guildId: Snowflake, afterDowntime: boolean): void => {
    const failed = failures.get(guildId) ?? 0;
    failures.set(guildId, failed + 1);
    const wait = Math.min(RETRY_MS.first * 2 ** failed, RETRY_MS.most);
    void parts.clock.sleep(wait, parts.stopping).then(() => {
      if (!parts.stopping.aborted) parts.track(request(guildId, afterDowntime), 'catch-up');
    });
  };

  const request = createOnceMore<Snowflake>(async (guildId, afterDowntime) => {
    const complete = await readAll(guildId, afterDowntime);
    if (complete) failures.delete(guildId);
    else retryLater(guildId, afterDowntime);
  }, parts.stopping);

  const backfilling = new Map<Snowflake, Promise<void>>();
  const backfill = (guildId: Snowflake): Promise<void> => {
    const already = backfilling.get(guildId);
    if (already) return already;
    const run = backfillAll(guildId, parts).finally(() => backfilling.delete(guildId));
    backfilling.set(guildId, run);
    return run;
  };

  const readSingle = createOnceMore<Snowflake>(async (channelId, changes) => {
    const one = singles.get(channelId);
    if (one && !(await readOne(one.channel, one.community, changes))) retryLater(one.channel.guildId, changes);
  }, parts.stopping);

  return {
    request,
    backfill,
    async readChannel(channel, community, changes) {
      singles.set(channel.id, { channel, community });
      await readSingle(channel.id, changes);
    },
    forget(channelId) {
      reported.delete(channelId);
      singles.delete(channelId);
    },
  };
}

/** One channel after the other: nobody is in a hurry. A channel that is not in Discord any more is named so. */
async function backfillAll(guildId: Snowflake, parts: RoundParts): Promise<void> {
  const asked = (await parts.ledger.gaps(guildId)).filter((gap) => gap.reason === 'backfill');
  const channels = new Map(parts.channels(guildId).map((channel) => [channel.id, channel]));
  for (const id of new Set(asked.map(({ channelId }) => channelId))) {
    if (parts.stopping.aborted) return;
    const channel = channels.get(id);
    if (channel !== undefined)
      await backfillChannel(channel, { ...parts, history: parts.backfillHistory }, parts.stopping);
    else
      for (const gap of asked.filter(({ channelId }) => channelId === id))
        await parts.ledger.nameGap(guildId, id, gap, 'history-unavailable', parts.clock.now());
  }
}

/**
 * Threads that were archived and may hold messages that nobody has read: Discord names only active threads when a session
 * begins, and a thread may have been archived while we were away. Undefined when they cannot be asked for now.
 */
async function threadsToRead(community: Community, parts: RoundParts): Promise<readonly Channel[] | undefined> {
  try {
    const since = await lastSeen(community, parts);
    const threads = await parts.history.archivedThreads(community.guildId, since, parts.stopping);
    const unread: Channel[] = [];
    for (const thread of threads) if (!(await isRead(thread, parts))) unread.push(thread);
    return unread;
  } catch (error) {
    if (!parts.stopping.aborted)
      parts.log.warn('archived threads could not be listed', { guild: community.guildId, error: messageOf(error) });
    return undefined;
  }
}

/** When the community was surely read last: what was archived since may hold unread messages. */
async function lastSeen({ guildId, firstReadHours, editRereadHours }: Community, parts: RoundParts): Promise<Date> {
  const hours = Math.max(firstReadHours, editRereadHours);
  const gaps = (await parts.ledger.gaps(guildId)).filter((gap) => gap.reason === 'outage');
  const ends: Snowflake[] = [];
  for (const channelId of await parts.ledger.channels(guildId))
    ends.push(...(await parts.ledger.ranges(channelId)).slice(-1).map((range) => range.to));
  const newest = ends.sort(compareIds).slice(-1);
  const moments = [...gaps.map((gap) => gap.from), ...newest].map((id) => createdAt(id).getTime());
  return new Date(Math.min(parts.clock.now().getTime() - hours * HOUR_MS, ...moments));
}

async function isRead({ id, lastMessageId }: Channel, { ledger }: RoundParts): Promise<boolean> {
  if (lastMessageId === undefined) return true;
  const ranges = await ledger.ranges(id);
  const last = ranges.at(-1);
  return ranges.length === 1 && last !== undefined && compareIds(last.to, lastMessageId) >= 0;
}
