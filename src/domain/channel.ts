import type { Snowflake } from './snowflake.js';

/** A place in a community that holds messages: text or announcement channel, voice chat, thread or forum post. */
export interface Channel {
  readonly id: Snowflake;
  readonly guildId: Snowflake;
  readonly name: string;
  /** The channel a thread belongs to. */
  readonly parentId: Snowflake | undefined;
  /** The category of the channel, or of a thread's parent. */
  readonly categoryId: Snowflake | undefined;
  /** Id of the newest message as far as Discord told us; undefined for an empty channel. */
  readonly lastMessageId: Snowflake | undefined;
  /** Why we cannot read it; undefined when we can. */
  readonly unreadable: 'no-permission' | undefined;
}
