import type { Client, GuildTextBasedChannel } from 'discord.js';
import type { Message } from '../../domain/message.js';
import { compareIds, type Snowflake, toSnowflake } from '../../domain/snowflake.js';
import { RefusedError } from '../../ports/errors.js';
import { type History, type HistoryPage, PAGE_SIZE } from '../../ports/history.js';
import { archivedThreads } from './archived-threads.js';
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
  const found = await channel.messages.fetch({ after, limit: PAGE_SIZE, cache: false });
  // Where reading the history is not allowed, Discord answers an empty page: that must not pass for the end of it.
  if (found.size === 0) requireReadable(channel);
  const ids = [...found.keys()].map(toSnowflake).sort(compareIds);
  const messages: Message[] = [];
  for (const id of ids) {
    const theirs = found.get(id);
    const message = theirs && theirs.author.id !== client.user?.id ? toMessage(theirs) : undefined;
    if (message) messages.push(message);
  }
  return { messages, last: ids.at(-1), end: ids.length < PAGE_SIZE };
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
