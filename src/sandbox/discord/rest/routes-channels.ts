import { type APIOverwrite, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { apiChannel } from '../api/api-channel.js';
import { isRecord, listOf, numberOf, recordOf, textOf } from '../json.js';
import { createChannel, deleteChannel, updateChannel } from '../world/channels.js';
import { guildPermissions } from '../world/permissions.js';
import { setArchived } from '../world/threads.js';
import { type ChannelState, channelsOf, type GuildState, type World } from '../world/world.js';
import { invalidBody, missingPermissions } from './api-error.js';
import { channelFor, guildFor, type RestCall, type RestRoute } from './route.js';

/** Channels themselves: seeing, making, changing and deleting them. */
export function channelRoutes(world: World): readonly RestRoute[] {
  const one = '/channels/:channel';
  const overwrite = `${one}/permissions/:user`;
  return [
    { method: 'GET', path: one, answer: (call) => apiChannel(world, channelFor(world, call)) },
    { method: 'PATCH', path: one, answer: (call) => apiChannel(world, change(world, call)) },
    { method: 'DELETE', path: one, answer: (call) => remove(world, call) },
    { method: 'PUT', path: overwrite, answer: (call) => setOverwrite(world, call) },
    { method: 'DELETE', path: overwrite, answer: (call) => dropOverwrite(world, call) },
    {
      method: 'GET',
      path: '/guilds/:guild/channels',
      answer: (call) =>
        channelsOf(world, guildFor(world, call).id)
          .filter((channel) => channel.thread === undefined)
          .map((channel) => apiChannel(world, channel)),
    },
    { method: 'POST', path: '/guilds/:guild/channels', answer: (call) => apiChannel(world, make(world, call)) },
  ];
}

/** The bits that changing a place needs: a thread's own, or the channel's. */
function manageBits(channel: ChannelState): bigint {
  return channel.thread === undefined ? PermissionFlagsBits.ManageChannels : PermissionFlagsBits.ManageThreads;
}

function change(world: World, call: RestCall): ChannelState {
  const seen = channelFor(world, call);
  const channel = seen.thread?.ownerId === world.bot.id ? seen : channelFor(world, call, manageBits(seen));
  const { name, topic, parent_id: parentId, archived, locked } = recordOf(call.body);
  if (channel.thread !== undefined && typeof locked === 'boolean') channel.thread.locked = locked;
  if (typeof archived === 'boolean') setArchived(world, channel, archived);
  updateChannel(world, channel, {
    ...(typeof name === 'string' && { name }),
    ...(typeof topic === 'string' && { topic }),
    ...(typeof parentId === 'string' && { parentId }),
  });
  return channel;
}

function remove(world: World, call: RestCall) {
  const channel = channelFor(world, call, manageBits(channelFor(world, call)));
  const body = apiChannel(world, channel);
  deleteChannel(world, channel);
  return body;
}

function make(world: World, call: RestCall): ChannelState {
  const guild = guildFor(world, call);
  requireInGuild(world, guild, PermissionFlagsBits.ManageChannels);
  const { name, type, parent_id: parentId, topic, permission_overwrites: overwrites } = recordOf(call.body);
  if (typeof name !== 'string' || name === '' || name.length > 100)
    throw invalidBody('name', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  return createChannel(world, guild.id, {
    name,
    type: channelType(numberOf(type) ?? ChannelType.GuildText),
    overwrites: listOf(overwrites).filter(isOverwrite),
    ...(typeof parentId === 'string' && { parentId }),
    ...(typeof topic === 'string' && { topic }),
  });
}

const CREATABLE = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildCategory,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
] as const;

function channelType(wanted: number): (typeof CREATABLE)[number] {
  const type = CREATABLE.find((candidate) => candidate === wanted);
  if (type === undefined) throw invalidBody('type', 'BASE_TYPE_CHOICES', 'Value must be one of (0, 2, 4, 5, 15).');
  return type;
}

function setOverwrite(world: World, call: RestCall): undefined {
  const channel = channelFor(world, call, PermissionFlagsBits.ManageRoles);
  const { type, allow, deny } = recordOf(call.body);
  const id = call.params.user ?? '';
  const kind = numberOf(type) === 1 ? 1 : 0;
  const overwrite = { id, type: kind, allow: textOf(allow) ?? '0', deny: textOf(deny) ?? '0' };
  updateChannel(world, channel, { overwrites: [...channel.overwrites.filter((other) => other.id !== id), overwrite] });
}

function dropOverwrite(world: World, call: RestCall): undefined {
  const channel = channelFor(world, call, PermissionFlagsBits.ManageRoles);
  updateChannel(world, channel, { overwrites: channel.overwrites.filter((other) => other.id !== call.params.user) });
}

/** Throws Discord's refusal unless the bot has these permissions in the guild as a whole. */
export function requireInGuild(world: World, guild: GuildState, bits: bigint): void {
  const bot = guild.members.get(world.bot.id);
  if (bot === undefined || (guildPermissions(guild, bot) & bits) !== bits) throw missingPermissions();
}

function isOverwrite(value: unknown): value is APIOverwrite {
  return isRecord(value) && 'id' in value && 'allow' in value && 'deny' in value;
}
