import {
  type APIRole,
  type APIUser,
  GatewayDispatchEvents,
  GatewayIntentBits,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { apiGuildCreate, apiMember } from '../api/api-guild.js';
import { channelsOf, type GuildState, type MemberState, type World } from './world.js';

/** What everybody may do unless told otherwise. */
export const EVERYONE_PERMISSIONS: bigint =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/** Makes a guild that the bot belongs to and tells the gateway. The owner is somebody whom nobody else stands for. */
export function createGuild(world: World, name: string): GuildState {
  const id = world.nextId();
  const owner = createUser(world, 'owner');
  const joinedMs = world.clock.now().getTime();
  const guild: GuildState = {
    id,
    name,
    ownerId: owner.id,
    joinedMs,
    roles: new Map(),
    members: new Map(),
    commands: new Map(),
  };
  guild.roles.set(id, roleOf(id, '@everyone', EVERYONE_PERMISSIONS, 0));
  const botRole = roleOf(world.nextId(), world.bot.username, 0n, 1);
  guild.roles.set(botRole.id, { ...botRole, managed: true, tags: { bot_id: world.bot.id } });
  guild.members.set(owner.id, memberOf(owner, [], joinedMs));
  guild.members.set(world.bot.id, memberOf(world.bot, [botRole.id], joinedMs));
  world.guilds.set(id, guild);
  announceGuild(world, guild);
  return guild;
}

/** Tells the gateway that a guild is there: new, or back after it was unavailable. */
export function announceGuild(world: World, guild: GuildState): void {
  tellGuild(world, guild, GatewayDispatchEvents.GuildCreate, () => apiGuildCreate(world, guild));
}

/** The bot leaves a guild, or the guild becomes unavailable: Discord says both with one event. */
export function deleteGuild(world: World, guild: GuildState, unavailable: boolean): void {
  const body = () => ({ id: guild.id, ...(unavailable && { unavailable: true }) });
  tellGuild(world, guild, GatewayDispatchEvents.GuildDelete, body);
  if (unavailable) return;
  for (const channel of channelsOf(world, guild.id)) world.channels.delete(channel.id);
  world.guilds.delete(guild.id);
}

/** Adds a role above those that exist and tells the gateway. */
export function createRole(world: World, guild: GuildState, name: string, permissions: bigint): APIRole {
  const role = roleOf(world.nextId(), name, permissions, guild.roles.size);
  guild.roles.set(role.id, role);
  const body = () => ({ guild_id: guild.id, role });
  tellGuild(world, guild, GatewayDispatchEvents.GuildRoleCreate, body);
  return role;
}

/** Gives a role other permissions and tells the gateway. */
export function setRolePermissions(world: World, guild: GuildState, roleId: string, permissions: bigint): void {
  const role = guild.roles.get(roleId);
  if (role === undefined) throw new RangeError(`no such role: ${roleId}`);
  const changed = { ...role, permissions: permissions.toString() };
  guild.roles.set(roleId, changed);
  tellGuild(world, guild, GatewayDispatchEvents.GuildRoleUpdate, () => ({ guild_id: guild.id, role: changed }));
}

/** Makes somebody with an account, in no guild yet. */
export function createUser(world: World, name: string, isBot = false): APIUser {
  const id = world.nextId();
  const user: APIUser = {
    id,
    username: name,
    discriminator: '0',
    global_name: isBot ? null : name,
    avatar: null,
    ...(isBot && { bot: true }),
  };
  world.users.set(id, user);
  return user;
}

/** Lets somebody join a guild and tells the gateway. */
export function addMember(world: World, guild: GuildState, user: APIUser, roleIds: readonly string[]): MemberState {
  const member = memberOf(user, roleIds, world.clock.now().getTime());
  guild.members.set(user.id, member);
  tellMembers(world, guild, GatewayDispatchEvents.GuildMemberAdd, () => apiMember(member));
  return member;
}

/** What may be changed of a membership; what is left out stays. */
export type MemberChange = Partial<Pick<MemberState, 'nick' | 'roleIds' | 'timedOutUntilMs'>>;

/** Changes a membership and tells the gateway; of its own a bot learns without the members intent. */
export function updateMember(world: World, guild: GuildState, member: MemberState, change: MemberChange): void {
  Object.assign(member, change);
  const own = member.user.id === world.bot.id;
  tellMembers(world, guild, GatewayDispatchEvents.GuildMemberUpdate, () => apiMember(member), own);
}

/** Takes somebody out of a guild and tells the gateway. */
export function removeMember(world: World, guild: GuildState, member: MemberState): void {
  guild.members.delete(member.user.id);
  tellMembers(world, guild, GatewayDispatchEvents.GuildMemberRemove, () => ({ user: member.user }));
}

function roleOf(id: string, name: string, permissions: bigint, position: number): APIRole {
  const none: number = 0;
  return {
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: true,
    flags: none,
  };
}

function memberOf(user: APIUser, roleIds: readonly string[], joinedMs: number): MemberState {
  return { user, roleIds, joinedMs, nick: undefined, timedOutUntilMs: undefined };
}

function tellGuild(world: World, guild: GuildState, name: GatewayDispatchEvents, body: () => object): void {
  world.publish({ name, guildId: guild.id, channelId: undefined, intents: GatewayIntentBits.Guilds, body });
}

function tellMembers(
  world: World,
  guild: GuildState,
  name: GatewayDispatchEvents,
  body: () => object,
  everyone = false,
): void {
  const intents = everyone ? 0 : GatewayIntentBits.GuildMembers;
  const withGuild = () => ({ ...body(), guild_id: guild.id });
  world.publish({ name, guildId: guild.id, channelId: undefined, intents, body: withGuild });
}
