import {
  type APIGuild,
  type APIGuildMember,
  type APIInteractionGuildMember,
  type GatewayGuildCreateDispatchData,
  Locale,
} from 'discord-api-types/v10';
import { channelPermissions } from '../world/permissions.js';
import { type ChannelState, channelsOf, type GuildState, type MemberState, type World } from '../world/world.js';
import { apiPlace, apiThread } from './api-channel.js';
import { isoTime } from './iso-time.js';

/** A guild as `GET /guilds/{id}` answers it. */
export function apiGuild(guild: GuildState): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: [...guild.roles.values()],
    ...EMPTY_GUILD,
  };
}

/** Discord's flag enumerations name no zero, yet zero is what it sends. */
const NO_FLAGS: number = 0;

const EMPTY_GUILD: Omit<APIGuild, 'id' | 'name' | 'owner_id' | 'roles'> = {
  icon: null,
  splash: null,
  discovery_splash: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 1,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: NO_FLAGS,
  rules_channel_id: null,
  max_members: 500_000,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: Locale.EnglishUS,
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  hub_type: null,
  safety_alerts_channel_id: null,
  incidents_data: null,
};

/** The first thing a session learns about a guild: channels, the threads that are active and visible, the bot's own membership. */
export function apiGuildCreate(world: World, guild: GuildState): GatewayGuildCreateDispatchData {
  const channels = channelsOf(world, guild.id);
  const own = guild.members.get(world.bot.id);
  return {
    ...apiGuild(guild),
    joined_at: isoTime(guild.joinedMs),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: own === undefined ? [] : [apiMember(own)],
    channels: channels.filter((channel) => channel.thread === undefined).map(apiPlace),
    threads: activeThreads(world, channels),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The threads among these channels that are not archived and that the bot may see. */
export function activeThreads(world: World, channels: readonly ChannelState[]) {
  return channels.flatMap((channel) => {
    if (channel.thread === undefined || channel.thread.archived) return [];
    return channelPermissions(world, channel, world.bot.id) === 0n ? [] : [apiThread(world, channel, channel.thread)];
  });
}

/** A member of a guild as Discord would send it. */
export function apiMember(member: MemberState): APIGuildMember {
  return { ...apiMessageAuthorMember(member), user: member.user };
}

/** The part of a membership that travels with a message over the gateway. */
export function apiMessageAuthorMember(member: MemberState): Omit<APIGuildMember, 'user'> {
  return {
    nick: member.nick ?? null,
    avatar: null,
    roles: [...member.roleIds],
    joined_at: isoTime(member.joinedMs),
    premium_since: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    communication_disabled_until: member.timedOutUntilMs === undefined ? null : isoTime(member.timedOutUntilMs),
  };
}

/** A member as an interaction carries it, with what they may do in the channel they pressed in. */
export function apiPresser(world: World, channel: ChannelState, member: MemberState): APIInteractionGuildMember {
  return { ...apiMember(member), permissions: channelPermissions(world, channel, member.user.id).toString() };
}
