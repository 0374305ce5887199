import type { Client } from 'discord.js';
import type { Message } from '../../domain/message.js';
import { compareIds, toSnowflake } from '../../domain/snowflake.js';
import { RefusedError } from '../../ports/errors.js';
import { type History, PAGE_SIZE } from '../../ports/history.js';
import { toMessage } from './to-message.js';
import { translateError } from './translate-error.js';

/** History through Discord's REST interface; discord.js waits out its rate limits. */
export function discordHistory(client: Client): History {
  return {
    async page(channelId, after, signal) {
      try {
        signal.throwIfAborted();
        const channel = await client.channels.fetch(channelId, { allowUnknownGuild: false });
        if (channel === null || !channel.isTextBased() || channel.isDMBased())
          throw new RefusedError(`channel ${channelId} holds no messages`, 'gone');
        const found = await channel.messages.fetch({ after, limit: PAGE_SIZE, cache: false });
        const ids = [...found.keys()].map(toSnowflake).sort(compareIds);
        const messages: Message[] = [];
        for (const id of ids) {
          const theirs = found.get(id);
          const message = theirs && theirs.author.id !== client.user?.id ? toMessage(theirs) : undefined;
          if (message) messages.push(message);
        }
        return { messages, last: ids.at(-1), end: ids.length < PAGE_SIZE };
      } catch (error) {
        throw translateError(error, 'reading history');
      }
    },
  };
}
