import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelState, GuildState, MemberState, World } from './world.js';

/** Every permission bit there is. */
export const ALL_PERMISSIONS: bigint = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

const WHILE_TIMED_OUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** What a member may do in the guild as a whole: owner and administrators everything, others what their roles add up to. */
export function guildPermissions(guild: GuildState, member: MemberState): bigint {
  if (member.user.id === guild.ownerId) return ALL_PERMISSIONS;
  let sum = BigInt(guild.roles.get(guild.id)?.permissions ?? '0');
  for (const roleId of member.roleIds) sum |= BigInt(guild.roles.get(roleId)?.permissions ?? '0');
  return (sum & PermissionFlagsBits.Administrator) === 0n ? sum : ALL_PERMISSIONS;
}

/**
 * What a member may do in a channel; 0 for somebody who is no member.
 * A thread has no overwrites of its own and follows its channel; without View Channel nothing else counts.
 */
export function channelPermissions(world: World, channel: ChannelState, userId: string): bigint {
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (guild === undefined || member === undefined) return 0n;

  const base = guildPermissions(guild, member);
  if (base === ALL_PERMISSIONS) return base;

  const place = channel.thread === undefined ? channel : (world.channels.get(channel.parentId ?? '') ?? channel);
  const granted = withOverwrites(base, place, guild, member);
  if ((granted & PermissionFlagsBits.ViewChannel) === 0n) return 0n;
  if (isClosedThread(channel, userId, granted)) return 0n;
  return isTimedOut(world, member) ? granted & WHILE_TIMED_OUT : granted;
}

/** Whether a member has every one of the given bits in a channel. */
export function may(world: World, channel: ChannelState, userId: string, bits: bigint): boolean {
  return (channelPermissions(world, channel, userId) & bits) === bits;
}

/** The highest place in the guild's role order that a member holds; members at or above it cannot be acted upon. */
export function highestRolePosition(guild: GuildState, member: MemberState): number {
  return Math.max(0, ...member.roleIds.map((roleId) => guild.roles.get(roleId)?.position ?? 0));
}

function withOverwrites(base: bigint, channel: ChannelState, guild: GuildState, member: MemberState): bigint {
  const everyone = channel.overwrites.filter((overwrite) => overwrite.id === guild.id);
  const roles = channel.overwrites.filter(
    (overwrite) => overwrite.type === OverwriteType.Role && member.roleIds.includes(overwrite.id),
  );
  const own = channel.overwrites.filter((overwrite) => overwrite.id === member.user.id);
  return [everyone, roles, own].reduce((granted, step) => {
    const deny = step.reduce((bits, overwrite) => bits | BigInt(overwrite.deny), 0n);
    const allow = step.reduce((bits, overwrite) => bits | BigInt(overwrite.allow), 0n);
    return (granted & ~deny) | allow;
  }, base);
}

function isClosedThread(channel: ChannelState, userId: string, granted: bigint): boolean {
  if (channel.type !== ChannelType.PrivateThread || channel.thread?.memberIds.has(userId)) return false;
  return (granted & PermissionFlagsBits.ManageThreads) === 0n;
}

function isTimedOut(world: World, member: MemberState): boolean {
  return member.timedOutUntilMs !== undefined && member.timedOutUntilMs > world.clock.now().getTime();
}
