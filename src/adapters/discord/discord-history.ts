import { type Client, DiscordAPIError, type GuildTextBasedChannel, RESTJSONErrorCodes, Routes } from 'discord.js';
import { compareIds, type Snowflake, toSnowflake } from '../../domain/snowflake.js';
import { RefusedError } from '../../ports/errors.js';
import { type History, type HistoryPage, PAGE_SIZE } from '../../ports/history.js';
import { archivedThreads } from './archived-threads.js';
import { type ReadPage, readOneByOne } from './read-one-by-one.js';
import type { ReadingPriority, RequestBudget } from './request-budget.js';
import { isReadable } from './to-channel.js';
import { toMessage } from './to-message.js';
import { translateError } from './translate-error.js';
import { untilAborted } from './until-aborted.js';

/** History through Discord's REST interface, at the pace of the budget; discord.js waits out the limits of each channel. */
export function discordHistory(client: Client, budget: RequestBudget, priority: ReadingPriority): History {
  const inTurn = <T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> =>
    untilAborted(() => budget.ask(priority, signal, ask), signal);
  return {
    page: (channelId, after, signal) =>
      reading(() => inTurn(signal, () => readPage(client, channelId, after)), 'reading history'),
    isGone: (channelId, messageId, signal) =>
      reading(() => inTurn(signal, () => isGone(client, channelId, messageId)), 'looking for a message'),
    archivedThreads: (guildId, since, signal) =>
      reading(
        () => archivedThreads(client, guildId, since, (list) => inTurn(signal, list)),
        'listing archived threads',
      ),
  };
}

async function readPage(client: Client, channelId: Snowflake, after: Snowflake): Promise<HistoryPage> {
  const channel = await client.channels.fetch(channelId, { allowUnknownGuild: false });
  if (channel === null || !channel.isTextBased() || channel.isDMBased())
    throw new RefusedError(`channel ${channelId} holds no messages`, 'gone');
  requireReadable(channel);
  const { read, size } = await readAtOnce(client, channel, after);
  // Where reading the history is not allowed, Discord answers an empty page: that must not pass for the end of it.
  if (size === 0) requireReadable(channel);
  const messages = read.flatMap(({ message }) => message ?? []);
  return { messages, last: read.at(-1)?.id, end: size < PAGE_SIZE };
}

async function readAtOnce(client: Client, channel: GuildTextBasedChannel, after: Snowflake): Promise<ReadPage> {
  try {
    const found = await channel.messages.fetch({ after, limit: PAGE_SIZE, cache: false });
    const read = [...found.values()].map((theirs) => ({
      id: toSnowflake(theirs.id),
      message: theirs.author.id === client.user?.id ? undefined : toMessage(theirs),
    }));
    return { read: read.sort((a, b) => compareIds(a.id, b.id)), size: found.size };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return await readOneByOne(client, channel, after);
  }
}

/** Asked without a library that keeps what it read: of a message that stands there nothing is wanted. */
async function isGone(client: Client, channelId: Snowflake, messageId: Snowflake): Promise<boolean> {
  try {
    await client.rest.get(Routes.channelMessage(channelId, messageId));
    return false;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return true;
    throw error;
  }
}

function requireReadable(channel: GuildTextBasedChannel): void {
  if (!isReadable(channel)) throw new RefusedError(`channel ${channel.id} may not be read`, 'no-permission');
}

async function reading<T>(read: () => Promise<T>, doing: string): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw translateError(error, doing);
  }
}
