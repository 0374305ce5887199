import { type Channel as DiscordChannel, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { Channel } from '../../domain/channel.js';
import { isSnowflake, toSnowflake } from '../../domain/snowflake.js';

const TO_READ = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];

/** A place in a guild that holds messages; undefined for any other channel. */
export function toChannel(channel: DiscordChannel | null): Channel | undefined {
  if (channel === null || channel.isDMBased() || !channel.isTextBased()) return undefined;

  return {
    id: toSnowflake(channel.id),
    guildId: toSnowflake(channel.guildId),
    name: channel.name,
    parentId: channel.isThread() && channel.parentId !== null ? toSnowflake(channel.parentId) : undefined,
    categoryId: categoryOf(channel),
    lastMessageId: isSnowflake(channel.lastMessageId) ? channel.lastMessageId : undefined,
    unreadable: isReadable(channel) ? undefined : 'no-permission',
  };
}

function categoryOf(channel: GuildTextBasedChannel): Channel['categoryId'] {
  const id = channel.isThread() ? (channel.parent?.parentId ?? null) : channel.parentId;
  return id === null ? undefined : toSnowflake(id);
}

/** Whether we may see the channel and read its past. */
export function isReadable(channel: GuildTextBasedChannel): boolean {
  const me = channel.guild.members.me;
  return me !== null && channel.permissionsFor(me, true).has(TO_READ);
}
