import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { JsonRecord } from '../json.js';
import { may } from '../world/permissions.js';
import type { ChannelState, GuildState, MemberState, World } from '../world/world.js';
import { missingAccess, missingPermissions, unknown } from './api-error.js';

/** A file out of a multipart body. */
export interface Upload {
  /** The part's name, e.g. `files[0]`. */
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The names that stand for something in a path. */
export const PARAMETERS = [
  'application',
  'channel',
  'command',
  'file',
  'guild',
  'interaction',
  'message',
  'role',
  'token',
  'user',
] as const;

/** One request, taken apart. */
export interface RestCall {
  readonly params: Readonly<Partial<Record<(typeof PARAMETERS)[number], string>>>;
  readonly query: JsonRecord;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

/** One endpoint. What it answers is sent as JSON with 200; undefined is sent as 204. */
export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v10`, with `:name` parameters. */
  readonly path: string;
  /** Interactions carry their own token and count towards no global limit. */
  readonly open?: boolean;
  readonly answer: (call: RestCall) => unknown;
}

/** The channel, if the bot may view it and has these permissions in it; throws Discord's own refusals. */
export function channelFor(world: World, call: RestCall, bits = 0n): ChannelState {
  const channel = world.channels.get(call.params.channel ?? '');
  if (channel === undefined) throw unknown('Channel');
  if (!may(world, channel, world.bot.id, PermissionFlagsBits.ViewChannel)) throw missingAccess();
  if (!may(world, channel, world.bot.id, bits)) throw missingPermissions();
  return channel;
}

/** The guild, if the bot is in it. */
export function guildFor(world: World, call: RestCall): GuildState {
  const guild = world.guilds.get(call.params.guild ?? '');
  if (guild === undefined) throw unknown('Guild');
  return guild;
}

/** The member named in the path. */
export function memberFor(guild: GuildState, call: RestCall): MemberState {
  const member = guild.members.get(call.params.user ?? '');
  if (member === undefined) throw unknown('Member');
  return member;
}
