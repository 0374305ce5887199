import { type APIUser, GatewayDispatchEvents, GatewayIntentBits, MessageType } from 'discord-api-types/v10';
import { apiMessageAuthorMember } from '../api/api-guild.js';
import { apiMessage } from '../api/api-message.js';
import { type MessageParts, NO_PARTS, type StoredMessage } from './message.js';
import { compareSnowflakes } from './snowflakes.js';
import { setArchived } from './threads.js';
import type { ChannelState, World } from './world.js';

/** What a new message consists of. */
export interface MessageDraft {
  readonly author: APIUser;
  readonly content?: string;
  readonly parts?: MessageParts;
  readonly type?: MessageType;
  /** Given where Discord reuses an id, as for the first message of a forum post. */
  readonly id?: string;
}

/** Puts a message into a channel and tells the gateway. Nothing is checked here: members and bots ask elsewhere whether they may. */
export function createMessage(world: World, channel: ChannelState, draft: MessageDraft): StoredMessage {
  if (channel.thread?.archived) setArchived(world, channel, false);
  const message: StoredMessage = {
    id: draft.id ?? world.nextId(),
    channelId: channel.id,
    author: draft.author,
    type: draft.type ?? MessageType.Default,
    content: draft.content ?? '',
    editedMs: undefined,
    parts: draft.parts ?? NO_PARTS,
  };
  channel.log.append(message);
  channel.lastMessageId = message.id;
  if (channel.thread !== undefined) {
    channel.thread.totalSent += 1;
    channel.thread.memberIds.add(draft.author.id);
  }
  announce(world, channel, message, GatewayDispatchEvents.MessageCreate);
  return message;
}

/** What an edit changes; what is left out stays. */
export interface MessageChange {
  readonly content?: string;
  readonly parts?: MessageParts;
  /** False for what Discord changes by itself (an unfurled link, a thread that starts): no edit mark appears. */
  readonly marked?: boolean;
}

/** Changes a message and tells the gateway. */
export function editMessage(world: World, channel: ChannelState, message: StoredMessage, change: MessageChange): void {
  if (change.content !== undefined) message.content = change.content;
  if (change.parts !== undefined) message.parts = { ...message.parts, ...change.parts };
  if (change.marked !== false) message.editedMs = world.clock.now().getTime();
  announce(world, channel, message, GatewayDispatchEvents.MessageUpdate);
}

/** Takes messages away, one event for one and one for many, and says which were there. */
export function deleteMessages(world: World, channel: ChannelState, ids: readonly string[]): readonly string[] {
  const gone = ids.filter((id) => channel.log.remove(id) !== undefined);
  const [first] = gone;
  if (first === undefined) return gone;

  const place = { channel_id: channel.id, guild_id: channel.guildId };
  const many = ids.length > 1;
  world.publish({
    name: many ? GatewayDispatchEvents.MessageDeleteBulk : GatewayDispatchEvents.MessageDelete,
    guildId: channel.guildId,
    channelId: channel.id,
    intents: GatewayIntentBits.GuildMessages,
    body: () => (many ? { ids: gone, ...place } : { id: first, ...place }),
  });
  return gone;
}

/** Looks through all channels, because people point at a message without saying where it is. */
export function findMessage(
  world: World,
  id: string,
): { readonly channel: ChannelState; readonly message: StoredMessage } | undefined {
  for (const channel of world.channels.values()) {
    if (channel.lastMessageId === undefined || compareSnowflakes(id, channel.lastMessageId) > 0) continue;
    const message = channel.log.find(id);
    if (message !== undefined) return { channel, message };
  }
  return undefined;
}

function announce(world: World, channel: ChannelState, message: StoredMessage, name: GatewayDispatchEvents): void {
  const member = world.guilds.get(channel.guildId)?.members.get(message.author.id);
  world.publish({
    name,
    guildId: channel.guildId,
    channelId: channel.id,
    intents: GatewayIntentBits.GuildMessages,
    body: (view) => ({
      ...apiMessage(world, message, view),
      guild_id: channel.guildId,
      ...(member !== undefined && message.parts.webhookId === undefined && { member: apiMessageAuthorMember(member) }),
    }),
  });
}
