import { ChannelType, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { apiChannel, apiThreadMember } from '../api/api-channel.js';
import { openMessageLog } from './message-log.js';
import type { ChannelState, World } from './world.js';

/** What a new thread is made from. */
export interface ThreadDraft {
  readonly name: string;
  readonly ownerId: string;
  readonly isPrivate?: boolean;
  /** Given where the thread takes the id of the message it grows from. */
  readonly id?: string;
}

/** Opens a thread below a channel and tells the gateway. */
export function createThread(world: World, parent: ChannelState, draft: ThreadDraft): ChannelState {
  const now = world.clock.now().getTime();
  const thread: ChannelState = {
    id: draft.id ?? world.nextId(),
    guildId: parent.guildId,
    type: draft.isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread,
    position: 0,
    log: openMessageLog(world.keepPerChannel),
    thread: {
      ownerId: draft.ownerId,
      createdMs: now,
      memberIds: new Set([draft.ownerId]),
      archived: false,
      locked: false,
      archiveMs: now,
      totalSent: 0,
    },
    name: draft.name,
    topic: undefined,
    parentId: parent.id,
    overwrites: [],
    lastMessageId: undefined,
  };
  world.channels.set(thread.id, thread);
  tell(world, thread, GatewayDispatchEvents.ThreadCreate, () => ({
    ...apiChannel(world, thread),
    newly_created: true,
  }));
  return thread;
}

/** Archives a thread or brings it back, and tells the gateway. */
export function setArchived(world: World, channel: ChannelState, archived: boolean): void {
  if (channel.thread === undefined || channel.thread.archived === archived) return;
  channel.thread.archived = archived;
  channel.thread.archiveMs = world.clock.now().getTime();
  tell(world, channel, GatewayDispatchEvents.ThreadUpdate, () => apiChannel(world, channel));
}

/** Adds somebody to a thread or takes them out; the bot learns of its own coming and going. */
export function setThreadMember(world: World, channel: ChannelState, userId: string, joined: boolean): void {
  const { thread } = channel;
  if (thread === undefined) return;
  if (joined) thread.memberIds.add(userId);
  else thread.memberIds.delete(userId);
  tell(world, channel, GatewayDispatchEvents.ThreadMembersUpdate, () => ({
    id: channel.id,
    guild_id: channel.guildId,
    member_count: thread.memberIds.size,
    ...(joined && { added_members: [{ ...apiThreadMember(channel.id, userId, thread), presence: null }] }),
    ...(!joined && { removed_member_ids: [userId] }),
  }));
}

function tell(world: World, channel: ChannelState, name: GatewayDispatchEvents, body: () => object): void {
  world.publish({ name, guildId: channel.guildId, channelId: channel.id, intents: GatewayIntentBits.Guilds, body });
}
