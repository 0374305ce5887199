import type { Channel } from '../domain/channel.js';
import type { Community } from '../domain/community.js';
import type { GapReason, IdRange } from '../domain/coverage.js';
import type { Message } from '../domain/message.js';
import { compareIds, laterId, nextId, previousId, type Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { RefusedError, UnavailableError } from '../ports/errors.js';
import type { History, HistoryPage } from '../ports/history.js';
import type { Log } from '../ports/log.js';
import type { Ledger } from '../store/store.js';
import type { LiveFeed } from './live.js';
import { byUrgency, firstUnread, planCatchUp, readingFloor, type Stretch } from './plan-catch-up.js';

export interface CatchUpParts {
  readonly history: History;
  readonly ledger: Ledger;
  readonly live: LiveFeed;
  /** Assesses and commits one page with the range it covers. */
  readonly commit: (
    guildId: Snowflake,
    channelId: Snowflake,
    range: IdRange,
    messages: readonly Message[],
  ) => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
}

/** What came of reading one channel. */
export type CaughtUp = 'read' | 'refused' | 'unavailable' | 'stopped';

/**
 * Reads all that is not covered of one channel, newest stretch first, page by page; each page is committed with its range,
 * so that a crash costs at most one page read twice. A channel that refuses is named in the ledger and left alone.
 */
export async function catchUpChannel(
  channel: Channel,
  community: Community,
  parts: CatchUpParts,
  signal: AbortSignal,
): Promise<CaughtUp> {
  const session = parts.live.session(channel.guildId, channel.id);
  const coverage = await readCoverage(channel, community, parts);
  if (channel.unreadable !== undefined) return await refuse(channel, planCatchUp(coverage), 'no-permission', parts);

  return await readStretches({ channel, session, reason: 'outage' }, byUrgency(planCatchUp(coverage)), parts, signal);
}

/** Reads what an operator asked for of one channel, newest first. What it refuses is named so, and not asked for again. */
export async function backfillChannel(channel: Channel, parts: CatchUpParts, signal: AbortSignal): Promise<CaughtUp> {
  const asked = (await parts.ledger.gaps(channel.guildId)).filter(
    (gap) => gap.channelId === channel.id && gap.reason === 'backfill',
  );
  const session = parts.live.session(channel.guildId, channel.id);
  return await readStretches({ channel, session, reason: 'backfill' }, byUrgency(asked), parts, signal);
}

async function readStretches(
  reading: Omit<StretchReading, 'stretch'>,
  stretches: readonly Stretch[],
  parts: CatchUpParts,
  signal: AbortSignal,
): Promise<CaughtUp> {
  for (const stretch of stretches) {
    try {
      await readStretch({ ...reading, stretch }, parts, signal);
    } catch (error) {
      if (signal.aborted) return 'stopped';
      if (isFinal(error)) return await refuse(reading.channel, stretches, error.because, parts);
      return await putOff({ ...reading, stretch }, error, parts);
    }
    if (signal.aborted) return 'stopped';
  }
  return 'read';
}

/** Leaves a stretch to a later catch-up, where that may help. */
async function putOff(
  { channel, stretch, reason }: StretchReading,
  error: unknown,
  parts: CatchUpParts,
): Promise<CaughtUp> {
  if (!(error instanceof RefusedError || error instanceof UnavailableError)) throw error;
  parts.log.warn('a channel could not be read for now', { channel: channel.id, error: error.message });
  await nameGap(channel, stretch, reason, parts);
  return 'unavailable';
}

/** A bad token says nothing about the channel: with the right one it can be read. */
function isFinal(error: unknown): error is RefusedError {
  return error instanceof RefusedError && error.because !== 'credentials';
}

/** Coverage as the ledger has it; what lies before the first reading is given up and named, once. */
async function readCoverage(channel: Channel, community: Community, parts: CatchUpParts) {
  const now = parts.clock.now();
  const [ranges, gaps] = await Promise.all([parts.ledger.ranges(channel.id), parts.ledger.gaps(channel.guildId)]);
  const known = { channelId: channel.id, ranges, gaps: gaps.filter((gap) => gap.channelId === channel.id) };
  const coverage = { ...known, floor: readingFloor(known, community.firstReadHours, now) };
  const first = firstUnread(coverage);
  const isNew = !coverage.gaps.some((gap) => gap.reason === 'before-first-start');
  if (isNew && compareIds(channel.id, first) < 0) {
    await parts.ledger.nameGap(
      channel.guildId,
      channel.id,
      { from: channel.id, to: previousId(first) },
      'before-first-start',
      now,
    );
  }
  return coverage;
}

interface StretchReading {
  readonly channel: Channel;
  readonly stretch: Stretch;
  /** What it is until it is read. */
  readonly reason: 'outage' | 'backfill';
  /** The gateway session in which the reading began. */
  readonly session: string;
}

async function readStretch(
  { channel, stretch, session, reason }: StretchReading,
  parts: CatchUpParts,
  signal: AbortSignal,
): Promise<void> {
  if (stretch.to !== undefined || knownToHoldMore(channel, stretch)) await nameGap(channel, stretch, reason, parts);
  let from = stretch.from;
  while (!signal.aborted) {
    const page = await parts.history.page(channel.id, previousId(from), signal);
    const done =
      page.end || (stretch.to !== undefined && page.last !== undefined && compareIds(page.last, stretch.to) >= 0);
    const to = done && stretch.to !== undefined ? stretch.to : vouchedTo(page, from, channel);
    const messages = page.messages.filter((message) => compareIds(message.id, to) <= 0);
    const ids = messages.map((message) => message.id);
    const range = { from, to };
    if (compareIds(to, from) >= 0)
      await parts.live.commitRead(channel.id, ids, {
        covered: () => parts.ledger.ranges(channel.id),
        commit: () => parts.commit(channel.guildId, channel.id, range, messages),
      });
    if (done) {
      if (stretch.to === undefined) await joinLive(channel, session, to, parts);
      return;
    }
    from = nextId(to);
  }
}

/**
 * The last id a page vouches for: its newest message, or at the end of history the newest that Discord knew of before we read.
 * An empty end vouches for nothing new: an id that is still free may be given to a message in this very millisecond.
 */
function vouchedTo(page: HistoryPage, from: Snowflake, channel: Channel): Snowflake {
  const newest = page.last ?? previousId(from);
  return page.end && channel.lastMessageId !== undefined ? laterId(newest, channel.lastMessageId) : newest;
}

/** Closes the span between what was read and what came live in the same session: nothing in it can have been missed. */
async function joinLive(channel: Channel, session: string, to: Snowflake, parts: CatchUpParts): Promise<void> {
  const liveTo = parts.live.join({ guildId: channel.guildId, channelId: channel.id }, session, to);
  if (liveTo !== undefined) await parts.commit(channel.guildId, channel.id, { from: to, to: liveTo }, []);
}

function knownToHoldMore(channel: Channel, stretch: Stretch): boolean {
  return channel.lastMessageId !== undefined && compareIds(channel.lastMessageId, stretch.from) >= 0;
}

async function nameGap(
  channel: Channel,
  stretch: Stretch,
  reason: Exclude<GapReason, 'before-first-start'>,
  parts: CatchUpParts,
): Promise<void> {
  const to = stretch.to ?? laterId(stretch.from, channel.lastMessageId ?? stretch.from);
  await parts.ledger.nameGap(channel.guildId, channel.id, { from: stretch.from, to }, reason, parts.clock.now());
}

async function refuse(
  channel: Channel,
  stretches: readonly Stretch[],
  because: RefusedError['because'],
  parts: CatchUpParts,
): Promise<CaughtUp> {
  const reason =
    because === 'gone' ? 'channel-deleted' : because === 'no-permission' ? 'no-permission' : 'history-unavailable';
  for (const stretch of stretches)
    if (stretch.to !== undefined || knownToHoldMore(channel, stretch)) await nameGap(channel, stretch, reason, parts);
  return 'refused';
}
