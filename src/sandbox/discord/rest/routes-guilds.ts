import { PermissionFlagsBits } from 'discord-api-types/v10';
import { apiGuild, apiMember } from '../api/api-guild.js';
import { recordOf, textOf, textsOf } from '../json.js';
import { deleteGuild, removeMember, updateMember } from '../world/guilds.js';
import { guildPermissions, highestRolePosition } from '../world/permissions.js';
import type { GuildState, MemberState, World } from '../world/world.js';
import { invalidBody, missingPermissions, unknown } from './api-error.js';
import { guildFor, memberFor, type RestCall, type RestRoute } from './route.js';
import { requireInGuild } from './routes-channels.js';
import { queryNumber } from './routes-messages.js';

const LONGEST_TIME_OUT_MS = 28 * 86_400_000;

/** Guilds, their roles and members: seeing them, timing out, banning, handing out roles. */
export function guildRoutes(world: World): readonly RestRoute[] {
  const guild = '/guilds/:guild';
  const member = `${guild}/members/:user`;
  const role = `${member}/roles/:role`;
  const ban = `${guild}/bans/:user`;
  const BAN = PermissionFlagsBits.BanMembers;
  return [
    { method: 'GET', path: guild, answer: (call) => apiGuild(guildFor(world, call)) },
    { method: 'GET', path: `${guild}/roles`, answer: (call) => [...guildFor(world, call).roles.values()] },
    { method: 'GET', path: `${guild}/members`, answer: (call) => members(world, call) },
    { method: 'GET', path: member, answer: (call) => apiMember(memberFor(guildFor(world, call), call)) },
    { method: 'PATCH', path: member, answer: (call) => apiMember(change(world, call)) },
    { method: 'PUT', path: role, answer: (call) => setRole(world, call, true) },
    { method: 'DELETE', path: role, answer: (call) => setRole(world, call, false) },
    { method: 'DELETE', path: member, answer: (call) => expel(world, call, PermissionFlagsBits.KickMembers) },
    { method: 'PUT', path: ban, answer: (call) => expel(world, call, BAN) },
    { method: 'DELETE', path: ban, answer: (call) => requireInGuild(world, guildFor(world, call), BAN) },
    {
      method: 'DELETE',
      path: '/users/@me/guilds/:guild',
      answer: (call) => deleteGuild(world, guildFor(world, call), false),
    },
  ];
}

function members(world: World, call: RestCall) {
  const { limit, after } = call.query;
  const all = [...guildFor(world, call).members.values()];
  return all
    .filter((member) => BigInt(member.user.id) > BigInt(textOf(after) ?? '0'))
    .slice(0, queryNumber(limit, 1))
    .map(apiMember);
}

function change(world: World, call: RestCall): MemberState {
  const guild = guildFor(world, call);
  const member = memberFor(guild, call);
  const { communication_disabled_until: until, roles, nick } = recordOf(call.body);
  if (until !== undefined) requireToTimeOut(world, guild, member, until);
  if (roles !== undefined) requireOver(world, guild, member, PermissionFlagsBits.ManageRoles);
  if (nick !== undefined) requireOver(world, guild, member, PermissionFlagsBits.ManageNicknames);
  updateMember(world, guild, member, {
    ...(until !== undefined && { timedOutUntilMs: typeof until === 'string' ? Date.parse(until) : undefined }),
    ...(Array.isArray(roles) && { roleIds: textsOf(roles) }),
    ...(nick !== undefined && { nick: textOf(nick) }),
  });
  return member;
}

function setRole(world: World, call: RestCall, given: boolean): undefined {
  const guild = guildFor(world, call);
  const member = memberFor(guild, call);
  const roleId = call.params.role ?? '';
  const role = guild.roles.get(roleId);
  if (role === undefined) throw unknown('Role');
  requireInGuild(world, guild, PermissionFlagsBits.ManageRoles);
  const bot = guild.members.get(world.bot.id);
  if (bot === undefined || role.position >= highestRolePosition(guild, bot)) throw missingPermissions();
  const others = member.roleIds.filter((id) => id !== roleId);
  updateMember(world, guild, member, { roleIds: given ? [...others, roleId] : others });
}

function expel(world: World, call: RestCall, bits: bigint): undefined {
  const guild = guildFor(world, call);
  requireInGuild(world, guild, bits);
  const member = guild.members.get(call.params.user ?? '');
  if (member === undefined) return;
  requireOver(world, guild, member, bits);
  removeMember(world, guild, member);
}

/** At most four weeks, and never an administrator. */
function requireToTimeOut(world: World, guild: GuildState, member: MemberState, until: unknown): void {
  requireOver(world, guild, member, PermissionFlagsBits.ModerateMembers);
  if ((guildPermissions(guild, member) & PermissionFlagsBits.Administrator) !== 0n) throw missingPermissions();
  const longest = world.clock.now().getTime() + LONGEST_TIME_OUT_MS;
  if (typeof until === 'string' && !(Date.parse(until) <= longest))
    throw invalidBody(
      'communication_disabled_until',
      'GUILD_INVALID_COMMUNICATION_DISABLED_UNTIL',
      'Timeout is invalid.',
    );
}

/** The permission, and a role above every role of the person acted upon; nobody acts upon the owner. */
function requireOver(world: World, guild: GuildState, member: MemberState, bits: bigint): void {
  requireInGuild(world, guild, bits);
  const bot = guild.members.get(world.bot.id);
  const outranked = bot !== undefined && highestRolePosition(guild, bot) > highestRolePosition(guild, member);
  if (!outranked || member.user.id === guild.ownerId) throw missingPermissions();
}
