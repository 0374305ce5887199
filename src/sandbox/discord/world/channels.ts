import {
  type APIOverwrite,
  type ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type ThreadChannelType,
} from 'discord-api-types/v10';
import { apiChannel } from '../api/api-channel.js';
import { openMessageLog } from './message-log.js';
import { type ChannelState, channelsOf, type World } from './world.js';

/** What a new channel is made from. */
export interface ChannelDraft {
  readonly name: string;
  readonly type: Exclude<ChannelState['type'], ThreadChannelType>;
  readonly parentId?: string;
  readonly topic?: string;
  readonly overwrites?: readonly APIOverwrite[];
}

/** Opens a channel in a guild and tells the gateway. */
export function createChannel(world: World, guildId: string, draft: ChannelDraft): ChannelState {
  const channel: ChannelState = {
    id: world.nextId(),
    guildId,
    type: draft.type,
    position: channelsOf(world, guildId).length,
    log: openMessageLog(world.keepPerChannel),
    thread: undefined,
    name: draft.name,
    topic: draft.topic,
    parentId: draft.parentId,
    overwrites: draft.overwrites ?? [],
    lastMessageId: undefined,
  };
  world.channels.set(channel.id, channel);
  tell(world, channel, GatewayDispatchEvents.ChannelCreate);
  return channel;
}

/** What may be changed of a channel or thread; what is left out stays. */
export interface ChannelChange {
  readonly name?: string;
  readonly topic?: string;
  readonly parentId?: string;
  readonly overwrites?: readonly APIOverwrite[];
}

/** Changes a channel or thread and tells the gateway. */
export function updateChannel(world: World, channel: ChannelState, change: ChannelChange): void {
  Object.assign(channel, change);
  const isThread = channel.thread !== undefined;
  tell(world, channel, isThread ? GatewayDispatchEvents.ThreadUpdate : GatewayDispatchEvents.ChannelUpdate);
}

/** Deletes a channel with its messages and threads, or a thread, and tells the gateway. */
export function deleteChannel(world: World, channel: ChannelState): void {
  const threads = channelsOf(world, channel.guildId).filter((other) => other.parentId === channel.id && other.thread);
  for (const thread of threads) world.channels.delete(thread.id);
  if (channel.thread === undefined) {
    tell(world, channel, GatewayDispatchEvents.ChannelDelete);
  } else {
    world.publish({
      name: GatewayDispatchEvents.ThreadDelete,
      guildId: channel.guildId,
      channelId: channel.id,
      intents: GatewayIntentBits.Guilds,
      body: () => ({ id: channel.id, guild_id: channel.guildId, parent_id: channel.parentId, type: channel.type }),
    });
  }
  world.channels.delete(channel.id);
}

/** Whether messages can be posted in it at all: a category and a forum hold none themselves. */
export function holdsMessages(type: ChannelType): boolean {
  const withoutMessages: readonly ChannelType[] = [4, 14, 15, 16];
  return !withoutMessages.includes(type);
}

function tell(world: World, channel: ChannelState, name: GatewayDispatchEvents): void {
  world.publish({
    name,
    guildId: channel.guildId,
    // The bot is told of places it may not view, too: discord.js keeps them and asks `viewable`.
    channelId: channel.thread === undefined ? undefined : channel.id,
    intents: GatewayIntentBits.Guilds,
    body: () => apiChannel(world, channel),
  });
}
