import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { apiThreadMember } from '../api/api-channel.js';
import { activeThreads } from '../api/api-guild.js';
import { channelPermissions } from './permissions.js';
import { type ChannelState, channelsOf, type World } from './world.js';

/**
 * Makes a change of roles or overwrites, and tells the bot of the threads in channels that it now may view:
 * Discord sends them in one THREAD_LIST_SYNC, and a bot that misses it reads none of them.
 */
export function changeAccess(world: World, guildId: string, change: () => void): void {
  const places = channelsOf(world, guildId).filter((channel) => channel.thread === undefined);
  const hidden = places.filter((channel) => !isVisible(world, channel));
  change();
  const opened = hidden.filter((channel) => isVisible(world, channel)).map((channel) => channel.id);
  if (opened.length === 0) return;

  const threads = channelsOf(world, guildId).filter((channel) => opened.includes(channel.parentId ?? ''));
  world.publish({
    name: GatewayDispatchEvents.ThreadListSync,
    guildId,
    channelId: undefined,
    intents: GatewayIntentBits.Guilds,
    body: () => ({
      guild_id: guildId,
      channel_ids: opened,
      threads: activeThreads(world, threads),
      members: threads.flatMap(({ id, thread }) =>
        thread?.memberIds.has(world.bot.id) ? [apiThreadMember(id, world.bot.id, thread)] : [],
      ),
    }),
  });
}

function isVisible(world: World, channel: ChannelState): boolean {
  return channelPermissions(world, channel, world.bot.id) !== 0n;
}
