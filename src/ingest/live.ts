import type { IdRange } from '../domain/coverage.js';
import type { Message } from '../domain/message.js';
import { compareIds, type Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import { commitPatiently } from './commit-patiently.js';
import { type LiveMessage, liveBurst } from './live-range.js';
import { type RecentIds, recentIds } from './recent-ids.js';
import { createTurns } from './turns.js';

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
  /** Messages held in memory at most, over all channels; beyond it the fullest channel's are let go. */
  readonly capacity: number;
  /** Once aborted, a burst that the database does not take is not tried again: the history still has it. */
  readonly stopping: AbortSignal;
}

/** The live half of the coverage ledger: bursts of messages, committed in their channel's order with the range they extend. */
export interface LiveFeed {
  /** Nothing of these communities after this joins what came before: a new session, or something was missed nobody knows where. */
  interrupt(guildIds: readonly Snowflake[]): void;
  /** Something of the channel was missed, or it can no longer be read: what comes afterwards does not join what came before. */
  leave(channelId: Snowflake): void;
  /** Names the present session of a channel, to be handed back to {@link LiveFeed.join}. */
  session(guildId: Snowflake, channelId: Snowflake): string;
  add(message: Message): void;
  /** Catch-up has read up to `to` within `session`. Answers how far live coverage reaches beyond that; undefined when it does not, or the session broke. */
  join(place: LivePlace, session: string, to: Snowflake): Snowflake | undefined;
  /** Commits messages read from history while no live burst of their channel is, and notes those that now count, so that their live twins do not. */
  commitRead(channelId: Snowflake, ids: readonly Snowflake[], commit: CommitRead): Promise<void>;
  /** Messages in memory, those included that are being committed. */
  waiting(): number;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

/** A channel and its community. */
export interface LivePlace {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
}

/** How a page of history is committed. */
export interface CommitRead {
  /** What was covered before: an id in it did not count with this page, and its live twin may still have to. */
  readonly covered: () => Promise<readonly IdRange[]>;
  readonly commit: () => Promise<unknown>;
}

interface Lane extends LivePlace {
  readonly session: string;
  joinedTo: Snowflake | undefined;
  waiting: Message[];
  /** Messages were let go: what follows must not join what came before. */
  broken: boolean;
}

/** While messages keep coming, a channel's are committed so many milliseconds after the ones before: each burst costs the same. */
const GATHER_MS = 50;
/** So long a round of all channels waits for the slowest: rounds that are apart cost more commits. */
const TOGETHER_MS = 200;
/** A channel that is flooded must not keep the process to itself. */
const MOST_A_BURST = 100;
const RECENT_PER_CHANNEL = 1_000;

export function createLiveFeed(parts: LiveParts): LiveFeed {
  const sessions = new Map<Snowflake, number>();
  const leavings = new Map<Snowflake, number>();
  const inTurn = createTurns();
  const lanes = new Map<Snowflake, Lane>();
  /** Lanes with messages, oldest first: one that a new session replaced comes before the one that replaced it. */
  const busy = new Set<Lane>();
  /** Channels of which a burst is being committed. */
  const committing = new Map<Snowflake, Promise<void>>();
  const recents = new Map<Snowflake, RecentIds>();
  let held = 0;
  let working: Promise<void> | undefined;

  const sessionOf = (guildId: Snowflake, channelId: Snowflake): string =>
    `${sessions.get(guildId) ?? 0}.${leavings.get(channelId) ?? 0}`;
  const recentOf = (channelId: Snowflake): RecentIds => {
    const known = recents.get(channelId) ?? recentIds(RECENT_PER_CHANNEL);
    recents.set(channelId, known);
    return known;
  };
  const laneOf = (guildId: Snowflake, channelId: Snowflake): Lane => {
    const lane = lanes.get(channelId);
    const session = sessionOf(guildId, channelId);
    if (lane && lane.session === session && !lane.broken) return lane;
    // What still waits in the old one belongs to the old session and is claimed with it: what came out of order would else be lost.
    const fresh: Lane = { guildId, channelId, session, joinedTo: undefined, waiting: [], broken: false };
    lanes.set(channelId, fresh);
    return fresh;
  };

  const leave = (channelId: Snowflake): void => {
    leavings.set(channelId, (leavings.get(channelId) ?? 0) + 1);
  };

  const letGo = (lane: Lane): void => {
    held -= lane.waiting.length;
    lane.waiting = [];
    lane.broken = true;
    // Catch-up that has read its last page by now does not know of them: joined, what comes next would cover them unread.
    leave(lane.channelId);
    // Rounds for lanes that hold nothing would hold up what the channel gets next, once for each message let go.
    busy.delete(lane);
    parts.requestCatchUp(lane.guildId);
  };

  /** Commits what was taken from a lane; a join that happened meanwhile is closed by an empty burst. */
  const commitBurst = async (lane: Lane, taken: readonly Message[]): Promise<void> => {
    const recent = recentOf(lane.channelId);
    const unseen = taken.filter((message) => !recent.has(message.id));
    const burst = liveBurst(unseen, lane.joinedTo);
    if (burst === undefined) return;
    const joinedBefore = lane.joinedTo;
    if (!(await commitOrLetGo(lane, burst.range, burst.messages))) return;
    for (const message of unseen) recent.add(message.id);
    if (lane.broken) return;
    await extend(lane, joinedBefore, burst.range.to);
  };

  const flush = async (lane: Lane): Promise<void> => {
    const taken = lane.waiting.splice(0, MOST_A_BURST);
    try {
      await commitBurst(lane, taken);
    } finally {
      held -= taken.length;
    }
  };

  /** Moves the end of a lane to `to`, unless catch-up joined it further on meanwhile. */
  const extend = async (lane: Lane, joinedBefore: Snowflake | undefined, to: Snowflake): Promise<void> => {
    const joined = lane.joinedTo;
    if (joined !== undefined && compareIds(joined, to) >= 0) return;
    const closed =
      joined === undefined || joined === joinedBefore || (await commitOrLetGo(lane, { from: joined, to }, []));
    if (closed) lane.joinedTo = to;
  };

  /** False when the database did not take it: the history is the buffer, and the stretch stays a gap that catch-up reads. */
  const commitOrLetGo = async (lane: Lane, range: IdRange, messages: readonly LiveMessage[]): Promise<boolean> => {
    const { guildId, channelId } = lane;
    const what = { channel: channelId, messages: messages.length };
    if (await commitPatiently(() => parts.commit(guildId, channelId, range, messages), what, parts)) return true;
    letGo(lane);
    return false;
  };

  /** Begins to commit what waits, in every channel where nothing is being committed. */
  const begin = (): readonly Promise<void>[] => {
    const begun: Promise<void>[] = [];
    for (const lane of busy) {
      const { channelId } = lane;
      if (committing.has(channelId)) continue;
      const doing = inTurn(channelId, () => flush(lane))
        .catch((error: unknown) => parts.log.error('live feed failed', { channel: channelId, error: messageOf(error) }))
        .finally(() => {
          committing.delete(channelId);
          if (lane.waiting.length === 0) busy.delete(lane);
          if (busy.size > 0) wake();
        });
      committing.set(channelId, doing);
      begun.push(doing);
    }
    return begun;
  };

  /**
   * Bursts of all channels begin together, so that they can share a commit. One that takes long, or that the database does not
   * take, goes on by itself, and holds up its own channel only.
   */
  const work = async (): Promise<void> => {
    // One turn of the event loop lets a burst gather, so that it costs one transaction. What comes on its heels gathers longer.
    for (let gatherMs = 0; ; gatherMs = GATHER_MS) {
      await parts.clock.sleep(gatherMs, parts.stopping);
      const begun = begin();
      if (begun.length === 0) break;
      const over = new AbortController();
      await Promise.race([Promise.all(begun), parts.clock.sleep(TOGETHER_MS, over.signal)]);
      over.abort();
    }
    working = undefined;
  };

  const wake = (): void => {
    working ??= work();
  };

  return {
    interrupt(guildIds) {
      for (const id of guildIds) sessions.set(id, (sessions.get(id) ?? 0) + 1);
    },
    leave,
    session: sessionOf,
    add(message) {
      const lane = laneOf(message.guildId, message.channelId);
      lane.waiting.push(message);
      busy.add(lane);
      held += 1;
      if (held > parts.capacity) letGo(fullest(busy, lane));
      wake();
    },
    join({ guildId, channelId }, session, to) {
      if (session !== sessionOf(guildId, channelId)) return undefined;
      const lane = laneOf(guildId, channelId);
      if (lane.joinedTo !== undefined && compareIds(lane.joinedTo, to) > 0) return lane.joinedTo;
      lane.joinedTo = to;
      return undefined;
    },
    async commitRead(channelId, ids, { covered, commit }) {
      await inTurn(channelId, async () => {
        const before = await covered();
        await commit();
        const recent = recentOf(channelId);
        for (const id of ids) if (!before.some((range) => holds(range, id))) recent.add(id);
      });
    },
    waiting: () => held,
    async idle() {
      while (working !== undefined || committing.size > 0) await Promise.all([working, ...committing.values()]);
    },
  };
}

function holds({ from, to }: IdRange, id: Snowflake): boolean {
  return compareIds(from, id) <= 0 && compareIds(id, to) <= 0;
}

/** Whoever floods makes room, and not whoever happens to speak. */
function fullest(lanes: Iterable<Lane>, among: Lane): Lane {
  let most = among;
  for (const lane of lanes) if (lane.waiting.length > most.waiting.length) most = lane;
  return most;
}
