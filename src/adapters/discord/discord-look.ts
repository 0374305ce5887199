import { ApplicationFlags, ChannelType, PermissionFlagsBits, REST, Routes } from 'discord.js';
import { type Snowflake, toSnowflake } from '../../domain/snowflake.js';
import type { ChannelRights, DiscordFacts, DiscordLook, GuildFacts } from '../../ports/discord-look.js';
import { RefusedError } from '../../ports/errors.js';
import { type MemberRights, permissionsIn } from './permissions-in.js';
import { listOf, numberOf, optionalTextOf, textOf } from './read-answer.js';
import { translateError } from './translate-error.js';

const CONTENT_FLAGS = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** Kinds of channels that hold messages of their own or in threads. */
const READABLE: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]);

/** Looks at Discord through its REST interface. `api` is the address of a local one; undefined for Discord itself. */
export function discordLook(token: string, api: string | undefined): DiscordLook {
  const rest = new REST({ version: '10', retries: 1, ...(api === undefined ? {} : { api }) }).setToken(token);
  return {
    async facts(guildIds) {
      try {
        return await readFacts(rest, guildIds);
      } catch (error) {
        throw translateError(error, 'looking at Discord');
      }
    },
  };
}

async function readFacts(rest: REST, guildIds: readonly Snowflake[]): Promise<DiscordFacts> {
  const bot = await rest.get(Routes.user());
  const application = await rest.get(Routes.currentApplication());
  const botId = toSnowflake(textOf(bot, 'id'));
  const guilds = new Map<Snowflake, GuildFacts | undefined>();
  for (const id of guildIds) guilds.set(id, await readGuild(rest, id, botId));
  return {
    botId,
    botName: textOf(bot, 'username'),
    applicationId: toSnowflake(textOf(application, 'id')),
    messageContent: (numberOf(application, 'flags') & CONTENT_FLAGS) !== 0,
    guilds,
  };
}

async function readGuild(rest: REST, id: Snowflake, botId: Snowflake): Promise<GuildFacts | undefined> {
  try {
    const guild = await rest.get(Routes.guild(id));
    const member = await rest.get(Routes.guildMember(id, botId));
    const channels = await rest.get(Routes.guildChannels(id));
    const roles = listOf(guild, 'roles');
    const rights: MemberRights = {
      memberId: botId,
      guildId: id,
      ownerId: textOf(guild, 'owner_id'),
      memberRoleIds: listOf(member, 'roles').map(String),
      rolePermissions: new Map(roles.map((role) => [textOf(role, 'id'), BigInt(textOf(role, 'permissions'))])),
    };
    return {
      name: textOf(guild, 'name'),
      channels: (Array.isArray(channels) ? channels : []).flatMap((channel) => toRights(channel, id, rights) ?? []),
      roleIds: [...rights.rolePermissions.keys()].map(toSnowflake),
    };
  } catch (error) {
    const translated = translateError(error, 'looking at a community');
    if (translated instanceof RefusedError && translated.because !== 'credentials') return undefined;
    throw translated;
  }
}

function toRights(channel: unknown, guildId: Snowflake, rights: MemberRights): ChannelRights | undefined {
  if (!READABLE.has(numberOf(channel, 'type'))) return undefined;
  const overwrites = listOf(channel, 'permission_overwrites').map((overwrite) => ({
    id: textOf(overwrite, 'id'),
    allow: BigInt(textOf(overwrite, 'allow')),
    deny: BigInt(textOf(overwrite, 'deny')),
  }));
  const bits = permissionsIn(overwrites, rights);
  const view = (bits & PermissionFlagsBits.ViewChannel) !== 0n;
  const may = (bit: bigint) => view && (bits & bit) !== 0n;
  const readHistory = may(PermissionFlagsBits.ReadMessageHistory);
  const category = optionalTextOf(channel, 'parent_id');
  return {
    channel: {
      id: toSnowflake(textOf(channel, 'id')),
      guildId,
      name: textOf(channel, 'name'),
      parentId: undefined,
      categoryId: category === undefined ? undefined : toSnowflake(category),
      lastMessageId: undefined,
      unreadable: readHistory ? undefined : 'no-permission',
    },
    view,
    readHistory,
    send: may(PermissionFlagsBits.SendMessages),
    embed: may(PermissionFlagsBits.EmbedLinks),
    attach: may(PermissionFlagsBits.AttachFiles),
  };
}
