import { type Client, DiscordAPIError, type GuildTextBasedChannel, type Message, RESTJSONErrorCodes } from 'discord.js';
import { compareIds, firstIdAt, type Snowflake, toSnowflake } from '../../domain/snowflake.js';
import type { Cards } from '../../ports/cards.js';
import { RefusedError } from '../../ports/errors.js';
import { toEdit, toPost } from './to-payload.js';
import { translating } from './translate-error.js';

/** Our clock may be ahead of Discord's by this much when we look for a card by age. */
const CLOCK_MARGIN_MS = 60_000;
const PAGE = 100;

/** The moderator channel through Discord's REST interface. */
export function discordCards(client: Client): Cards {
  return {
    post: (channelId, card) =>
      translating('posting a card', async () => {
        const channel = await writableChannel(client, channelId);
        const message = await channel.send(toPost(card));
        return { channelId, messageId: toSnowflake(message.id) };
      }),
    edit: (place, card) =>
      translating('editing a card', async () => {
        const channel = await writableChannel(client, place.channelId);
        try {
          await channel.messages.edit(place.messageId, toEdit(card));
          return true;
        } catch (error) {
          if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return false;
          throw error;
        }
      }),
    find: (channelId, id, since) =>
      translating('looking for a card', async () => {
        const channel = await writableChannel(client, channelId);
        let after: Snowflake = firstIdAt(new Date(since.getTime() - CLOCK_MARGIN_MS));
        for (;;) {
          const page = await channel.messages.fetch({ after, limit: PAGE, cache: false });
          const card = page.find((message) => message.author.id === client.user?.id && carries(message, id));
          if (card) return { channelId, messageId: toSnowflake(card.id) };
          const last = [...page.keys()].map(toSnowflake).sort(compareIds).at(-1);
          if (last === undefined || page.size < PAGE) return undefined;
          after = last;
        }
      }),
  };
}

/** A card carries its id in the custom ids of its buttons; a report, which has none, in its footer. */
function carries(message: Message<true>, id: string): boolean {
  const inButtons = message.components.some(
    (row) =>
      'components' in row && row.components.some((part) => 'customId' in part && part.customId?.endsWith(`:${id}`)),
  );
  return inButtons || message.embeds.some((embed) => embed.footer?.text.includes(id));
}

async function writableChannel(client: Client, channelId: Snowflake): Promise<GuildTextBasedChannel> {
  const channel = await client.channels.fetch(channelId);
  if (channel === null || channel.isDMBased() || !channel.isTextBased())
    throw new RefusedError(`the moderator channel ${channelId} takes no messages`, 'gone');
  return channel;
}
