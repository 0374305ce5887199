import { setMaxListeners } from 'node:events';
import type { Channel } from '../domain/channel.js';
import type { Community } from '../domain/community.js';
import type { IdRange } from '../domain/coverage.js';
import type { Flag } from '../domain/flag.js';
import type { Message } from '../domain/message.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/errors.js';
import type { FeedEvent } from '../ports/feed.js';
import type { History } from '../ports/history.js';
import type { Log } from '../ports/log.js';
import type { Flags, Ledger } from '../store/store.js';
import { isWatched } from './accept.js';
import { createCatchUpRounds } from './catch-up-rounds.js';
import { createLiveFeed } from './live.js';
import { recentIds } from './recent-ids.js';

export interface IngestParts {
  readonly community: (guildId: Snowflake) => Community | undefined;
  readonly channels: (guildId: Snowflake) => readonly Channel[];
  readonly history: History;
  readonly backfillHistory: History;
  readonly ledger: Ledger;
  readonly flags: Pick<Flags, 'markDeleted' | 'undeleted'>;
  /** The pipeline: assesses and commits. */
  readonly handle: (reading: {
    readonly community: Community;
    readonly channelId: Snowflake;
    readonly range: IdRange | undefined;
    readonly messages: readonly { readonly message: Message; readonly late?: boolean }[];
  }) => Promise<{ readonly newFlags: readonly Flag[] }>;
  /** Told when stored flags changed (a deletion), so that their cards are edited. */
  readonly wakeAlerts: (guildId: Snowflake) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reads a community: live as it happens, and over its history for all that was missed. */
export interface Ingest {
  take(event: Exclude<FeedEvent, { kind: 'press' | 'command' | 'closed' | 'left' }>): void;
  /** Reads every gap of a community. Asked for while it runs, it runs once more afterwards. */
  catchUp(guildId: Snowflake): Promise<void>;
  /** Reads what operators asked for of a community's past, at the lowest priority. */
  backfill(guildId: Snowflake): Promise<void>;
  /** Live messages in memory that are not committed. */
  waiting(): number;
  /** Resolves when all that came in is committed. */
  idle(): Promise<void>;
  /** Stops reading history, and commits what came in. */
  stop(): Promise<void>;
}

const LIVE_CAPACITY = 10_000;
/** Deletions kept in mind, for messages that are not assessed yet. */
const DELETIONS_KEPT = 5_000;
const RETRY_MS = [250, 1_000, 4_000, 15_000];

export function createIngest(parts: IngestParts): Ingest {
  const stopping = new AbortController();
  // Every channel that is read listens to it, some with several requests; Node would take more than ten for a leak.
  setMaxListeners(0, stopping.signal);
  const work = new Set<Promise<unknown>>();
  const deleted = recentIds(DELETIONS_KEPT);

  const markDeleted = async (guildId: Snowflake, messageIds: readonly Snowflake[]): Promise<void> => {
    const flags = await parts.flags.markDeleted(guildId, messageIds, parts.clock.now());
    if (flags > 0) parts.wakeAlerts(guildId);
  };

  /** A message may be deleted before it is assessed: its flag is marked as soon as there is one. */
  const commit: Commit = async (guildId, channelId, range, messages) => {
    const community = parts.community(guildId);
    if (community === undefined) return;
    const { newFlags } = await parts.handle({ community, channelId, range, messages });
    const gone = newFlags.map((flag) => flag.messageId).filter((id) => deleted.has(id));
    // Apart: a commit that is tried again finds its flags known, and would not come by here a second time.
    if (gone.length > 0) trackPatiently(() => markDeleted(guildId, gone), 'deletion');
  };

  const live = createLiveFeed({
    commit,
    requestCatchUp: (guildId) => track(rounds.request(guildId, false), 'catch-up'),
    clock: parts.clock,
    log: parts.log,
    capacity: LIVE_CAPACITY,
    stopping: stopping.signal,
  });
  const rounds = createCatchUpRounds({
    ...parts,
    live,
    commit: (guildId, channelId, range, messages) => commit(guildId, channelId, range, messages.map(asRead)),
    commitEdits: (channel, messages) => commit(channel.guildId, channel.id, undefined, messages.map(asRead)),
    undeleted: (channel) => parts.flags.undeleted(channel.guildId, channel.id),
    commitDeletions: (channel, gone) => markDeleted(channel.guildId, gone),
    track: (promise, what) => track(promise, what),
    stopping: stopping.signal,
  });

  const track = (promise: Promise<unknown>, what: string): void => {
    const tracked = promise
      .catch((error: unknown) => parts.log.error(`${what} failed`, { error: messageOf(error) }))
      .finally(() => work.delete(tracked));
    work.add(tracked);
  };
  /** What the gateway tells once only, and history does not tell again. */
  const trackPatiently = (act: () => Promise<unknown>, what: string): void =>
    track(patiently(act, parts.clock, stopping.signal), what);

  const watched = (channel: Channel): Community | undefined => {
    const community = parts.community(channel.guildId);
    return community !== undefined && isWatched(channel, community) ? community : undefined;
  };

  const takeChannel = (channel: Channel): void => {
    const community = watched(channel);
    if (community === undefined) return;
    if (channel.unreadable === undefined) track(rounds.readChannel(channel, community, false), 'catch-up of a channel');
    else live.leave(channel.id);
  };

  const takeAccess = (guildId: Snowflake): void => {
    for (const channel of parts.channels(guildId)) if (channel.unreadable !== undefined) live.leave(channel.id);
    track(rounds.request(guildId, false), 'catch-up');
  };

  /** The stretch is a gap at once, before anything that came after it is claimed, and is read. */
  const takeLoss = ({ guildIds, channel, changes }: Extract<FeedEvent, { kind: 'lost' }>): void => {
    if (channel === undefined) {
      live.interrupt(guildIds);
      for (const guildId of guildIds) track(rounds.request(guildId, changes), 'catch-up');
      return;
    }
    live.leave(channel.id);
    const community = watched(channel);
    if (community !== undefined && channel.unreadable === undefined)
      track(rounds.readChannel(channel, community, changes), 'catch-up of a channel');
  };

  const takeDeletion = (guildId: Snowflake, messageIds: readonly Snowflake[]): void => {
    for (const id of messageIds) deleted.add(id);
    trackPatiently(() => markDeleted(guildId, messageIds), 'deletion');
  };

  const take: Ingest['take'] = (event) => {
    switch (event.kind) {
      case 'session':
      case 'doubt':
        return live.interrupt(event.guildIds);
      case 'ready':
        for (const guildId of event.guildIds) {
          track(rounds.request(guildId, true), 'catch-up');
          track(rounds.backfill(guildId), 'backfill');
        }
        return;
      case 'lost':
        return takeLoss(event);
      case 'access':
        return takeAccess(event.guildId);
      case 'message':
        if (watched(event.channel)) live.add(event.message);
        return;
      case 'edit': {
        const { message } = event;
        if (!watched(event.channel)) return;
        return trackPatiently(() => commit(message.guildId, message.channelId, undefined, [{ message }]), 'edit');
      }
      case 'deletion':
        return takeDeletion(event.guildId, event.messageIds);
      case 'channel':
        return takeChannel(event.channel);
      case 'channel-gone':
        rounds.forget(event.channelId);
        return track(closeGaps(event, parts), 'closing the gaps of a deleted channel');
    }
  };

  const idle = async (): Promise<void> => {
    do {
      await Promise.all(work);
      await live.idle();
    } while (work.size > 0);
  };

  return {
    take,
    catchUp: (guildId) => rounds.request(guildId, false),
    backfill: (guildId) => rounds.backfill(guildId),
    waiting: live.waiting,
    idle,
    async stop() {
      stopping.abort();
      await idle();
    },
  };
}

type Commit = (
  guildId: Snowflake,
  channelId: Snowflake,
  range: IdRange | undefined,
  messages: readonly { readonly message: Message; readonly late?: boolean }[],
) => Promise<void>;

function asRead(message: Message): { readonly message: Message } {
  return { message };
}

async function patiently(act: () => Promise<unknown>, clock: Clock, signal: AbortSignal): Promise<void> {
  for (const wait of RETRY_MS) {
    try {
      await act();
      return;
    } catch {
      if (signal.aborted) break;
      await clock.sleep(wait, signal);
    }
  }
  await act();
}

/** What was to be read again of a channel cannot be any more. */
async function closeGaps(
  { guildId, channelId }: { readonly guildId: Snowflake; readonly channelId: Snowflake },
  { ledger, clock }: Pick<IngestParts, 'ledger' | 'clock'>,
): Promise<void> {
  for (const gap of await ledger.gaps(guildId))
    if (gap.channelId === channelId && (gap.reason === 'outage' || gap.reason === 'no-permission'))
      await ledger.nameGap(guildId, channelId, gap, 'channel-deleted', clock.now());
}
