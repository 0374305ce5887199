import type { IdRange } from '../domain/coverage.js';
import type { Message } from '../domain/message.js';
import { compareIds, type Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import { type LiveMessage, liveBurst } from './live-range.js';
import { type RecentIds, recentIds } from './recent-ids.js';

export interface LiveParts {
  /** Assesses and commits one burst; throws when the database does not take it. */
  readonly commit: (
    guildId: Snowflake,
    channelId: Snowflake,
    range: IdRange,
    messages: readonly LiveMessage[],
  ) => Promise<unknown>;
  /** Asked for when live messages had to be let go: the history still has them. */
  readonly requestCatchUp: (guildId: Snowflake) => void;
  readonly clock: Clock;
  readonly log: Log;
  /** Messages held in memory at most, over all channels. */
  readonly capacity: number;
}

/** The live half of the coverage ledger: bursts of messages, committed in order with the range they extend. */
export interface LiveFeed {
  /** A new session of these communities: nothing after this joins what came before. */
  newSession(guildIds: readonly Snowflake[]): void;
  /** Number of the present session, to be handed back to {@link LiveFeed.join}. */
  session(guildId: Snowflake): number;
  add(message: Message): void;
  /** Catch-up has read up to `to` within `session`. Answers how far live coverage reaches beyond that; undefined when it does not, or the session broke. */
  join(guildId: Snowflake, channelId: Snowflake, session: number, to: Snowflake): Snowflake | undefined;
  /** Notes ids that catch-up has counted, so that their live twins are not counted as late. */
  noteRead(channelId: Snowflake, ids: readonly Snowflake[]): void;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

interface Lane {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly session: number;
  joinedTo: Snowflake | undefined;
  waiting: Message[];
  /** Messages were let go: what follows must not join what came before. */
  broken: boolean;
}

const RECENT_PER_CHANNEL = 1_000;
const RETRY_MS = [100, 500, 2_000, 5_000];

export function createLiveFeed(parts: LiveParts): LiveFeed {
  const sessions = new Map<Snowflake, number>();
  const lanes = new Map<Snowflake, Lane>();
  const recents = new Map<Snowflake, RecentIds>();
  let held = 0;
  let working: Promise<void> | undefined;

  const sessionOf = (guildId: Snowflake): number => sessions.get(guildId) ?? 0;
  const recentOf = (channelId: Snowflake): RecentIds => {
    const known = recents.get(channelId) ?? recentIds(RECENT_PER_CHANNEL);
    recents.set(channelId, known);
    return known;
  };
  const laneOf = (guildId: Snowflake, channelId: Snowflake): Lane => {
    const lane = lanes.get(channelId);
    if (lane && lane.session === sessionOf(guildId) && !lane.broken) return lane;
    // Messages of a lost session that still wait are read again by the catch-up that every new session starts with.
    held -= lane?.waiting.length ?? 0;
    const fresh: Lane = {
      guildId,
      channelId,
      session: sessionOf(guildId),
      joinedTo: undefined,
      waiting: [],
      broken: false,
    };
    lanes.set(channelId, fresh);
    return fresh;
  };

  const letGo = (lane: Lane): void => {
    held -= lane.waiting.length;
    lane.waiting = [];
    lane.broken = true;
    parts.requestCatchUp(lane.guildId);
  };

  /** Commits what waits in a lane; a join that happened meanwhile is closed by an empty burst. */
  const flush = async (lane: Lane): Promise<void> => {
    const recent = recentOf(lane.channelId);
    const taken = lane.waiting;
    lane.waiting = [];
    held -= taken.length;
    const unseen = taken.filter((message) => !recent.has(message.id));
    const burst = liveBurst(unseen, lane.joinedTo);
    if (burst === undefined) return;
    const joinedBefore = lane.joinedTo;
    await commitPatiently(lane, burst.range, burst.messages);
    for (const message of unseen) recent.add(message.id);
    if (lane.broken) return;
    const joinedMeanwhile = lane.joinedTo;
    if (
      joinedMeanwhile !== joinedBefore &&
      joinedMeanwhile !== undefined &&
      compareIds(joinedMeanwhile, burst.range.to) < 0
    ) {
      await commitPatiently(lane, { from: joinedMeanwhile, to: burst.range.to }, []);
    }
    lane.joinedTo =
      joinedMeanwhile !== undefined && compareIds(joinedMeanwhile, burst.range.to) > 0
        ? joinedMeanwhile
        : burst.range.to;
  };

  const commitPatiently = async (lane: Lane, range: IdRange, messages: readonly LiveMessage[]): Promise<void> => {
    for (const wait of [...RETRY_MS, undefined]) {
      try {
        await parts.commit(lane.guildId, lane.channelId, range, messages);
        return;
      } catch (error) {
        parts.log.error('live messages were not committed', {
          channel: lane.channelId,
          messages: messages.length,
          error: messageOf(error),
        });
        if (wait !== undefined) await parts.clock.sleep(wait);
      }
    }
    // The history is the buffer: the stretch stays a gap that catch-up reads.
    letGo(lane);
  };

  const work = async (): Promise<void> => {
    // One turn of the event loop lets a burst gather, so that it costs one transaction.
    await parts.clock.sleep(0);
    for (;;) {
      const busy = [...lanes.values()].filter((lane) => lane.waiting.length > 0);
      if (busy.length === 0) return;
      for (const lane of busy) await flush(lane);
    }
  };

  const wake = (): void => {
    working ??= work()
      .catch((error: unknown) => parts.log.error('live feed stopped', { error: messageOf(error) }))
      .finally(() => {
        working = undefined;
        if (held > 0) wake();
      });
  };

  return {
    newSession(guildIds) {
      for (const id of guildIds) sessions.set(id, sessionOf(id) + 1);
    },
    session: sessionOf,
    add(message) {
      const lane = laneOf(message.guildId, message.channelId);
      lane.waiting.push(message);
      held += 1;
      if (held > parts.capacity) letGo(lane);
      wake();
    },
    join(guildId, channelId, session, to) {
      if (session !== sessionOf(guildId)) return undefined;
      const lane = laneOf(guildId, channelId);
      if (lane.joinedTo !== undefined && compareIds(lane.joinedTo, to) > 0) return lane.joinedTo;
      lane.joinedTo = to;
      return undefined;
    },
    noteRead(channelId, ids) {
      const recent = recentOf(channelId);
      for (const id of ids) recent.add(id);
    },
    async idle() {
      while (working) await working;
    },
  };
}
