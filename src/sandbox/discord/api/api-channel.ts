import {
  type APIChannel,
  type APIThreadMember,
  ChannelType,
  ForumLayoutType,
  type ThreadChannelType,
} from 'discord-api-types/v10';
import type { ChannelState, ThreadState, World } from '../world/world.js';
import { isoTime } from './iso-time.js';

/** Discord's flag enumerations name no zero, yet zero is what it sends. */
const NO_FLAGS: number = 0;

/** A channel that is no thread. */
export type GuildPlace = APIChannel & {
  type: Exclude<APIChannel['type'], ThreadChannelType | ChannelType.DM | ChannelType.GroupDM>;
};

/** A channel or thread as Discord would send it. */
export function apiChannel(world: World, channel: ChannelState): APIChannel {
  return channel.thread === undefined ? apiPlace(channel) : apiThread(world, channel, channel.thread);
}

/** A channel that is no thread as Discord would send it. */
export function apiPlace(channel: ChannelState): GuildPlace {
  const shared = {
    id: channel.id,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    permission_overwrites: [...channel.overwrites],
    nsfw: false,
    flags: 0,
  };
  if (channel.type === ChannelType.GuildCategory) return { ...shared, type: channel.type, parent_id: null };

  const text = {
    ...shared,
    parent_id: channel.parentId ?? null,
    topic: channel.topic ?? null,
    last_message_id: channel.lastMessageId ?? null,
    rate_limit_per_user: 0,
  };
  switch (channel.type) {
    case ChannelType.GuildForum:
      return { ...text, type: channel.type, ...forumFields(), default_forum_layout: ForumLayoutType.NotSet };
    case ChannelType.GuildMedia:
      return { ...text, type: channel.type, ...forumFields() };
    case ChannelType.GuildVoice:
      return { ...text, type: channel.type, bitrate: 64_000, user_limit: 0, rtc_region: null };
    case ChannelType.GuildAnnouncement:
      return { ...text, type: channel.type };
    default:
      return { ...text, type: ChannelType.GuildText };
  }
}

/** A thread as Discord would send it. */
export function apiThread(
  world: World,
  channel: ChannelState,
  thread: ThreadState,
): APIChannel & { type: ThreadChannelType } {
  const count = channel.log.size();
  const fields = {
    id: channel.id,
    guild_id: channel.guildId,
    parent_id: channel.parentId ?? channel.guildId,
    name: channel.name,
    owner_id: thread.ownerId,
    last_message_id: channel.lastMessageId ?? null,
    rate_limit_per_user: 0,
    message_count: count,
    member_count: Math.min(50, thread.memberIds.size),
    total_message_sent: thread.totalSent,
    flags: 0,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: 4320 as const,
      archive_timestamp: isoTime(thread.archiveMs),
      create_timestamp: isoTime(thread.createdMs),
    },
    ...(thread.memberIds.has(world.bot.id) && { member: apiThreadMember(channel.id, world.bot.id, thread) }),
  };
  if (channel.type === ChannelType.PrivateThread) return { ...fields, type: channel.type };
  if (channel.type === ChannelType.AnnouncementThread) return { ...fields, type: channel.type };
  return { ...fields, type: ChannelType.PublicThread };
}

/** That somebody has joined a thread. */
export function apiThreadMember(threadId: string, userId: string, thread: ThreadState): APIThreadMember {
  return { id: threadId, user_id: userId, join_timestamp: isoTime(thread.createdMs), flags: NO_FLAGS };
}

function forumFields() {
  return { available_tags: [], default_reaction_emoji: null, default_sort_order: null };
}
