import type { Channel } from '../domain/channel.js';
import type { Snowflake } from '../domain/snowflake.js';

/** What the bot may do in a channel. */
export interface ChannelRights {
  readonly channel: Channel;
  readonly view: boolean;
  readonly readHistory: boolean;
  readonly send: boolean;
  readonly embed: boolean;
  readonly attach: boolean;
}

/** What Discord says of us and of the communities we are to serve. */
export interface DiscordFacts {
  readonly botId: Snowflake;
  readonly botName: string;
  readonly applicationId: Snowflake;
  /** Whether the application may read message content. */
  readonly messageContent: boolean;
  /** By guild id; undefined for one that the bot is no member of. */
  readonly guilds: ReadonlyMap<Snowflake, GuildFacts | undefined>;
}

export interface GuildFacts {
  readonly name: string;
  readonly channels: readonly ChannelRights[];
  readonly roleIds: readonly Snowflake[];
}

/** Looks at Discord over REST, without a session: changes nothing and may be done beside the running bot. */
export interface DiscordLook {
  /** Throws RefusedError for a wrong token, UnavailableError where Discord cannot be reached. */
  facts(guildIds: readonly Snowflake[]): Promise<DiscordFacts>;
}
