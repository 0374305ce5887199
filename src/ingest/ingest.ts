import type { Channel } from '../domain/channel.js';
import type { Community } from '../domain/community.js';
import type { IdRange } from '../domain/coverage.js';
import type { Message } from '../domain/message.js';
import { compareIds, createdAt, type Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/errors.js';
import type { FeedEvent } from '../ports/feed.js';
import type { History } from '../ports/history.js';
import type { Log } from '../ports/log.js';
import type { Flags, Ledger } from '../store/store.js';
import { isWatched } from './accept.js';
import { type CaughtUp, catchUpChannel } from './catch-up.js';
import { createLiveFeed } from './live.js';
import { editedSince } from './reread-edits.js';

export interface IngestParts {
  readonly community: (guildId: Snowflake) => Community | undefined;
  readonly channels: (guildId: Snowflake) => readonly Channel[];
  readonly history: History;
  readonly ledger: Ledger;
  readonly flags: Flags;
  /** The pipeline: assesses and commits. */
  readonly handle: (reading: {
    readonly community: Community;
    readonly channelId: Snowflake;
    readonly range: IdRange | undefined;
    readonly messages: readonly { readonly message: Message; readonly late?: boolean }[];
  }) => Promise<unknown>;
  /** Told when stored flags changed (a deletion), so that their cards are edited. */
  readonly wakeAlerts: (guildId: Snowflake) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reads a community: live as it happens, and over its history for all that was missed. */
export interface Ingest {
  take(event: Exclude<FeedEvent, { kind: 'press' }>): void;
  /** Reads every gap of a community. Asked for while it runs, it runs once more afterwards. */
  catchUp(guildId: Snowflake): Promise<void>;
  /** Resolves when all that came in is committed. */
  idle(): Promise<void>;
  /** Stops reading history, and commits what came in. */
  stop(): Promise<void>;
}

const LIVE_CAPACITY = 10_000;
const CHANNELS_AT_ONCE = 4;
const HOUR_MS = 3_600_000;

export function createIngest(parts: IngestParts): Ingest {
  const stopping = new AbortController();
  const running = new Map<Snowflake, Promise<void>>();
  const wanted = new Map<Snowflake, { edits: boolean }>();
  const reported = new Set<Snowflake>();
  const work = new Set<Promise<unknown>>();

  const commit = (
    guildId: Snowflake,
    channelId: Snowflake,
    range: IdRange | undefined,
    messages: readonly { message: Message; late?: boolean }[],
  ) => {
    const community = parts.community(guildId);
    return community === undefined ? Promise.resolve() : parts.handle({ community, channelId, range, messages });
  };
  const live = createLiveFeed({
    commit,
    requestCatchUp: (guildId) => requestCatchUp(guildId, false),
    clock: parts.clock,
    log: parts.log,
    capacity: LIVE_CAPACITY,
  });
  const catchUpParts = {
    ...parts,
    live,
    commit: (guildId: Snowflake, channelId: Snowflake, range: IdRange, messages: readonly Message[]) =>
      commit(
        guildId,
        channelId,
        range,
        messages.map((message) => ({ message })),
      ),
  };

  const track = (promise: Promise<unknown>, what: string): void => {
    const tracked = promise
      .catch((error: unknown) => parts.log.error(`${what} failed`, { error: messageOf(error) }))
      .finally(() => work.delete(tracked));
    work.add(tracked);
  };

  const readOne = async (channel: Channel, community: Community, edits: boolean): Promise<void> => {
    const lastCovered = (await parts.ledger.ranges(channel.id)).at(-1)?.to;
    const outcome = await catchUpChannel(channel, community, catchUpParts, stopping.signal);
    report(channel, outcome);
    if (!edits || outcome !== 'read' || lastCovered === undefined) return;
    const from = new Date(parts.clock.now().getTime() - community.editRereadHours * HOUR_MS);
    for await (const messages of editedSince(
      channel,
      { from, since: createdAt(lastCovered) },
      parts.history,
      stopping.signal,
    )) {
      const older = messages
        .filter((message) => compareIds(message.id, lastCovered) <= 0)
        .map((message) => ({ message }));
      await commit(channel.guildId, channel.id, undefined, older);
    }
  };

  const report = (channel: Channel, outcome: CaughtUp): void => {
    if (outcome === 'read') reported.delete(channel.id);
    if (outcome !== 'refused' || reported.has(channel.id)) return;
    reported.add(channel.id);
    parts.log.warn('a channel may not be read and is skipped', { guild: channel.guildId, channel: channel.id });
  };

  const readAll = async (guildId: Snowflake, edits: boolean): Promise<void> => {
    const community = parts.community(guildId);
    if (community === undefined) return;
    const queue = parts.channels(guildId).filter((channel) => isWatched(channel, community));
    const next = queue.values();
    const lane = async (): Promise<void> => {
      for (const channel of next) {
        if (stopping.signal.aborted) return;
        await readOne(channel, community, edits).catch((error: unknown) =>
          parts.log.error('catch-up of a channel failed', {
            channel: channel.id,
            error: messageOf(error),
          }),
        );
      }
    };
    await Promise.all(Array.from({ length: CHANNELS_AT_ONCE }, lane));
  };

  const requestCatchUp = (guildId: Snowflake, edits: boolean): Promise<void> => {
    const want = wanted.get(guildId) ?? { edits: false };
    wanted.set(guildId, { edits: want.edits || edits });
    const already = running.get(guildId);
    if (already) return already;
    const run = (async () => {
      for (let next = wanted.get(guildId); next && !stopping.signal.aborted; next = wanted.get(guildId)) {
        wanted.delete(guildId);
        await readAll(guildId, next.edits);
      }
    })().finally(() => running.delete(guildId));
    running.set(guildId, run);
    track(run, 'catch-up');
    return run;
  };

  const watched = (channel: Channel): Community | undefined => {
    const community = parts.community(channel.guildId);
    return community !== undefined && isWatched(channel, community) ? community : undefined;
  };

  const take: Ingest['take'] = (event) => {
    switch (event.kind) {
      case 'session':
        return live.newSession(event.guildIds);
      case 'ready':
        for (const guildId of event.guildIds) requestCatchUp(guildId, true);
        return;
      case 'message':
        if (watched(event.channel)) live.add(event.message);
        return;
      case 'edit':
        if (watched(event.channel))
          track(
            commit(event.message.guildId, event.message.channelId, undefined, [{ message: event.message }]),
            'edit',
          );
        return;
      case 'deletion':
        return track(markDeleted(event.guildId, event.messageIds), 'deletion');
      case 'channel': {
        const community = watched(event.channel);
        if (community) track(readOne(event.channel, community, false), 'catch-up of a new channel');
        return;
      }
      case 'channel-gone':
        reported.delete(event.channelId);
        return;
    }
  };

  const markDeleted = async (guildId: Snowflake, messageIds: readonly Snowflake[]): Promise<void> => {
    const flags = await parts.flags.markDeleted(guildId, messageIds, parts.clock.now());
    if (flags > 0) parts.wakeAlerts(guildId);
  };

  const idle = async (): Promise<void> => {
    while (work.size > 0) await Promise.all(work);
    await live.idle();
  };

  return {
    take,
    catchUp: (guildId) => requestCatchUp(guildId, false),
    idle,
    async stop() {
      stopping.abort();
      await idle();
    },
  };
}
