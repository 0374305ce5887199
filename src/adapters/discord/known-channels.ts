import type { Client, GuildBasedChannel } from 'discord.js';
import type { Channel } from '../../domain/channel.js';
import type { Snowflake } from '../../domain/snowflake.js';
import { toChannel } from './to-channel.js';

/** Channels and active threads of a community, readable or not; none while it is not known. */
export function knownChannels(client: Client, guildId: Snowflake): readonly Channel[] {
  const guild = client.guilds.cache.get(guildId);
  if (!guild) return [];
  // discord.js remembers archived threads that it has seen; nothing is posted there before they come back.
  const open = guild.channels.cache.filter((channel) => !channel.isThread() || channel.archived !== true);
  return [...open.values()].flatMap((channel) => readable(channel) ?? []);
}

/** One channel that Discord described wrongly must not hide the others. */
function readable(channel: GuildBasedChannel): Channel | undefined {
  try {
    return toChannel(channel);
  } catch {
    return undefined;
  }
}
