import type { Snowflake } from './snowflake.js';

/** How far the reading of a channel is behind. */
export interface ChannelLag {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  /** Seconds of its history from the end of what is read to its newest message; 0 when nothing waits. */
  readonly seconds: number;
}

/** How the bot is at this moment. */
export interface Vitals {
  /** Why it cannot do its work, in words; empty when it can. */
  readonly faults: readonly string[];
  readonly lags: readonly ChannelLag[];
  /** Live messages in memory that wait for the database. */
  readonly liveWaiting: number;
  /** Cards that are due and not posted, by community; counted up to a hundred. */
  readonly cardsDue: ReadonlyMap<Snowflake, number>;
}
