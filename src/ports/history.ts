import type { Channel } from '../domain/channel.js';
import type { Message } from '../domain/message.js';
import type { Snowflake } from '../domain/snowflake.js';

/** Messages a call of {@link History.page} asks for: Discord's maximum. */
export const PAGE_SIZE = 100;

/** One page of a channel's past. */
export interface HistoryPage {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Id of the newest message Discord gave, our own included; undefined for an empty page. */
  readonly last: Snowflake | undefined;
  /** No message newer than these existed when the page was read. */
  readonly end: boolean;
}

/**
 * A channel's past, over REST.
 * Once the signal is aborted, a call is over at once, whatever the network does.
 * Throws RefusedError when Discord says no; UnavailableError when it was asked several times and did not answer: later it may.
 */
export interface History {
  /** The oldest messages newer than `after`, at most {@link PAGE_SIZE}. Repeat-safe. */
  page(channelId: Snowflake, after: Snowflake, signal: AbortSignal): Promise<HistoryPage>;
  /** Whether a message is there no more. Repeat-safe. */
  isGone(channelId: Snowflake, messageId: Snowflake, signal: AbortSignal): Promise<boolean>;
  /** Public threads and forum posts of a community that were archived since, in channels that we may read. */
  archivedThreads(guildId: Snowflake, since: Date, signal: AbortSignal): Promise<readonly Channel[]>;
}
