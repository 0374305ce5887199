import type { Channel } from '../domain/channel.js';
import type { Message } from '../domain/message.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Command } from './command.js';
import type { Press } from './press.js';

/** What comes from Discord as it happens. */
export type FeedEvent =
  /** A new session of these communities: whatever was sent since the last one was not delivered. Comes before any other event of the session. */
  | { readonly kind: 'session'; readonly guildIds: readonly Snowflake[] }
  /** The communities of the session and their channels are known. */
  | { readonly kind: 'ready'; readonly guildIds: readonly Snowflake[] }
  /**
   * Something was sent that did not arrive, or could not be read, within the session: what came before does not join what
   * comes after. Only in `channel` where that is known, else anywhere in the communities; perhaps it was an edit or a deletion.
   */
  | {
      readonly kind: 'lost';
      readonly guildIds: readonly Snowflake[];
      readonly channel: Channel | undefined;
      readonly changes: boolean;
    }
  /** Something may not have arrived, nobody knows where: what came before does not join what comes after. A `lost` or a `session` follows sooner or later. */
  | { readonly kind: 'doubt'; readonly guildIds: readonly Snowflake[] }
  | { readonly kind: 'message'; readonly message: Message; readonly channel: Channel }
  | { readonly kind: 'edit'; readonly message: Message; readonly channel: Channel }
  | { readonly kind: 'deletion'; readonly guildId: Snowflake; readonly messageIds: readonly Snowflake[] }
  /** A channel or thread was made, joined or changed; perhaps it may not be read any more. */
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'channel-gone'; readonly guildId: Snowflake; readonly channelId: Snowflake }
  /** Roles changed: other channels of the community may be read now than before. */
  | { readonly kind: 'access'; readonly guildId: Snowflake }
  /** We were removed from a community, or it is gone. One that is down for a while is not. */
  | { readonly kind: 'left'; readonly guildId: Snowflake }
  /** Discord has closed the connection and will not take us back: nothing comes any more. */
  | { readonly kind: 'closed'; readonly code: number }
  | { readonly kind: 'press'; readonly press: Press }
  | { readonly kind: 'command'; readonly command: Command };

/**
 * Discord's gateway. Events of one channel come in Discord's order, each once. A session that resumes loses nothing and is
 * not announced; one that could not resume is announced as a new `session`, and what is lost within one as `lost`, before any
 * event that came after it; where nobody knows in which channel, a `doubt` comes that early and the `lost` may come later. Our
 * own messages are left out.
 */
export interface Feed {
  /** Connects, and calls `listener` for every event from then on. Throws RefusedError for a wrong token or a missing intent. */
  start(listener: (event: FeedEvent) => void): Promise<void>;
  /** Channels and active threads of a community, readable or not. */
  channels(guildId: Snowflake): readonly Channel[];
  /** Whether events arrive at this moment, as far as we know. */
  isConnected(): boolean;
  /** Once connected: whether we belong to the community, also while it is down. */
  isIn(guildId: Snowflake): boolean;
  stop(): Promise<void>;
}
