import {
  type Client,
  Message as DiscordMessage,
  type GuildTextBasedChannel,
  makeURLSearchParams,
  Routes,
} from 'discord.js';
import type { Message } from '../../domain/message.js';
import { compareIds, isSnowflake, type Snowflake } from '../../domain/snowflake.js';
import { PAGE_SIZE } from '../../ports/history.js';
import { isRecord } from './packet-fault.js';
import { toMessage } from './to-message.js';

/** A message of a page, or only its id where it is ours. */
export interface ReadOne {
  readonly id: Snowflake;
  readonly message: Message | undefined;
}

export interface ReadPage {
  /** Oldest first. */
  readonly read: readonly ReadOne[];
  /** How many Discord gave, those that are no messages included. */
  readonly size: number;
}

/**
 * Reads a page whose messages discord.js cannot all make something of: one of them must not stop the channel. Of what it fails
 * at, id, author and content are read.
 */
export async function readOneByOne(
  client: Client,
  channel: GuildTextBasedChannel,
  after: Snowflake,
): Promise<ReadPage> {
  const query = makeURLSearchParams({ after, limit: PAGE_SIZE });
  const page = await client.rest.get(Routes.channelMessages(channel.id), { query });
  const all: readonly unknown[] = Array.isArray(page) ? page : [];
  const read = all.flatMap((one) => readOne(client, channel, one) ?? []);
  return { read: read.sort((a, b) => compareIds(a.id, b.id)), size: all.length };
}

function readOne(client: Client, channel: GuildTextBasedChannel, one: unknown): ReadOne | undefined {
  if (!isRecord(one)) return undefined;
  const { id, author, content } = one;
  const authorId = isRecord(author) ? author['id'] : undefined;
  if (!isSnowflake(id) || !isSnowflake(authorId)) return undefined;
  if (authorId === client.user?.id) return { id, message: undefined };
  return { id, message: whole(channel, one) ?? leastOf(channel, id, authorId, content) };
}

function whole(channel: GuildTextBasedChannel, one: unknown): Message | undefined {
  try {
    const add: unknown = Reflect.get(channel.messages, '_add');
    const made: unknown = typeof add === 'function' ? Reflect.apply(add, channel.messages, [one, false]) : undefined;
    return made instanceof DiscordMessage ? toMessage(made) : undefined;
  } catch {
    return undefined;
  }
}

function leastOf(
  channel: GuildTextBasedChannel,
  id: Snowflake,
  authorId: Snowflake,
  content: unknown,
): Message | undefined {
  if (!isSnowflake(channel.guildId) || !isSnowflake(channel.id)) return undefined;
  const text = typeof content === 'string' ? content : '';
  const { guildId, id: channelId } = { guildId: channel.guildId, id: channel.id };
  return { id, guildId, channelId, authorId, authorRoleIds: [], editedAt: undefined, text };
}
