import type { Channel } from '../domain/channel.js';
import type { Community } from '../domain/community.js';
import type { Message } from '../domain/message.js';
import { firstIdAt, laterId, previousId } from '../domain/snowflake.js';
import { isWatched } from '../ingest/accept.js';
import type { Clock } from '../ports/clock.js';
import { RefusedError } from '../ports/errors.js';
import type { History } from '../ports/history.js';

export interface PastParts {
  readonly history: History;
  /** Channels and active threads of a community. */
  readonly channels: (guildId: Community['guildId']) => readonly Channel[];
  readonly clock: Clock;
  /** Told of a channel that may not be read. */
  readonly onRefused: (channel: Channel) => void;
}

/** Between two pages nothing is asked for this long, or as long as the page took: the running bot's own reading comes first. */
const LEAST_PAUSE_MS = 200;

/**
 * Reads what was written in a community's watched channels since `since`, a page at a time, oldest first within a channel.
 * One request at a time and with pauses, because it shares Discord's limits with the running bot. Ends when the signal aborts.
 */
export async function* readPast(
  community: Community,
  since: Date,
  parts: PastParts,
  signal: AbortSignal,
): AsyncGenerator<readonly Message[]> {
  const threads = await parts.history.archivedThreads(community.guildId, since, signal);
  const known = [...parts.channels(community.guildId), ...threads];
  const channels = new Map(known.map((channel) => [channel.id, channel]));
  for (const channel of channels.values()) {
    if (signal.aborted) return;
    if (!isWatched(channel, community)) continue;
    if (channel.unreadable !== undefined) parts.onRefused(channel);
    else yield* readChannel(channel, since, parts, signal);
  }
}

async function* readChannel(
  channel: Channel,
  since: Date,
  parts: PastParts,
  signal: AbortSignal,
): AsyncGenerator<readonly Message[]> {
  const { clock } = parts;
  let after = previousId(laterId(channel.id, firstIdAt(since)));
  for (;;) {
    const asked = clock.now().getTime();
    const page = await pageOf(channel, after, parts, signal);
    if (page === undefined) return;
    yield page.messages;
    if (page.end || page.last === undefined || signal.aborted) return;
    after = page.last;
    await clock.sleep(Math.max(LEAST_PAUSE_MS, clock.now().getTime() - asked), signal);
  }
}

/** Undefined where the channel may not be read, or no more is wanted. */
async function pageOf(channel: Channel, after: Channel['id'], parts: PastParts, signal: AbortSignal) {
  try {
    return await parts.history.page(channel.id, after, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof RefusedError) || error.because === 'credentials') throw error;
    parts.onRefused(channel);
    return undefined;
  }
}
