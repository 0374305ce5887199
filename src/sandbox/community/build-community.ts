import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Language } from '../../assess/assessment.js';
import type { DiscordServer } from '../discord/server.js';
import { MODERATORS, type ModeratorKey, PEOPLE, type PersonKey } from './people.js';
import { PLACES, type PlaceKey, TOPICS } from './places.js';

/** The sample community's ids, by the names its data uses. */
export interface SampleCommunity {
  readonly guildId: string;
  readonly moderatorChannelId: string;
  readonly channels: Readonly<Record<PlaceKey, string>>;
  readonly people: Readonly<Record<PersonKey, string>>;
  readonly moderators: Readonly<Record<ModeratorKey, string>>;
  readonly roles: {
    /** May press the buttons that only need a moderator. */
    readonly moderator: string;
    /** May confirm alerts in a language. */
    readonly readers: Readonly<Record<Language, string>>;
  };
}

/** What the bot itself is given: to read, to post cards, to delete and time out where a moderator asks for it. */
const BOT_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ModerateMembers;

/** Makes the sample community with its channels, roles and members; nobody has said anything yet. */
export function buildCommunity(server: DiscordServer): SampleCommunity {
  const guildId = server.addGuild('Ҳамшаҳриҳо');
  const moderator = server.addRole(guildId, 'Модератор', PermissionFlagsBits.ModerateMembers);
  const readers = {
    tajik: server.addRole(guildId, 'тоҷикӣ'),
    uzbek: server.addRole(guildId, 'o‘zbekcha'),
    russian: server.addRole(guildId, 'русский'),
  };
  const bot = server.addRole(guildId, 'Дидбон', BOT_PERMISSIONS);
  server.setRoles(guildId, server.botId, [bot]);
  const moderators = {
    parviz: server.addMember(guildId, MODERATORS.parviz, [moderator, readers.tajik]),
    nodira: server.addMember(guildId, MODERATORS.nodira, [moderator, readers.uzbek]),
    vera: server.addMember(guildId, MODERATORS.vera, [moderator, readers.russian]),
    alex: server.addMember(guildId, MODERATORS.alex, [moderator]),
  };
  return {
    guildId,
    moderatorChannelId: addModeratorChannel(server, guildId, [moderator, bot]),
    channels: mapValues(PLACES, (name, key) =>
      server.addChannel(guildId, name, {
        topic: TOPICS[key],
        ...(key === 'questions' && { type: ChannelType.GuildForum }),
      }),
    ),
    people: mapValues(PEOPLE, (name) => server.addMember(guildId, name)),
    moderators,
    roles: { moderator, readers },
  };
}

function addModeratorChannel(server: DiscordServer, guildId: string, roleIds: readonly string[]): string {
  const channelId = server.addChannel(guildId, 'moderators');
  server.setOverwrite(channelId, { id: guildId, deny: PermissionFlagsBits.ViewChannel });
  for (const id of roleIds) server.setOverwrite(channelId, { id, allow: PermissionFlagsBits.ViewChannel });
  return channelId;
}

function mapValues<K extends string, V>(
  from: Readonly<Record<K, V>>,
  map: (value: V, key: K) => string,
): Record<K, string> {
  const keys = keysOf(from);
  const into: Partial<Record<K, string>> = {};
  for (const key of keys) into[key] = map(from[key], key);
  if (!isWhole(into, keys)) throw new RangeError('a name without an id');
  return into;
}

function keysOf<K extends string>(from: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = [];
  for (const key in from) keys.push(key);
  return keys;
}

function isWhole<K extends string>(map: Partial<Record<K, string>>, keys: readonly K[]): map is Record<K, string> {
  return keys.every((key) => key in map);
}
