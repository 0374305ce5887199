import { Client, DefaultRestOptions, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Clock } from '../../ports/clock.js';
import { askCarefully, REQUEST_MS } from './careful-requests.js';
import type { Refusals } from './refusals.js';

/** discord.js's client, for whoever puts adapters together and must not know the library. */
export type DiscordClient = Client;

export interface ClientOptions {
  /** REST base, e.g. `http://127.0.0.1:4000/api`; undefined for Discord itself. The gateway's address comes from there. */
  readonly api?: string | undefined;
  /** Hears of communities and channels, and of no message. */
  readonly guildsOnly?: true;
  readonly refusals: Refusals;
  readonly clock: Clock;
}

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];

/** Members kept in memory per community: enough to know the roles of who just wrote. */
const MEMBERS_KEPT = 500;

/**
 * discord.js with the least it needs: guilds, messages and their content. Messages are not cached: what is read is assessed
 * and let go, and an edit or deletion of an unknown message still arrives, as a partial.
 */
export function createClient(options: ClientOptions): Client {
  const closed = new AbortController();
  const { makeRequest } = DefaultRestOptions;
  const client = new Client({
    intents: options.guildsOnly ? [GatewayIntentBits.Guilds] : INTENTS,
    partials: [Partials.Message, Partials.Channel],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: MEMBERS_KEPT, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest: {
      makeRequest: askCarefully({ ...options, makeRequest, chance: Math.random, closed: closed.signal }),
      // Asking again is ours.
      retries: 0,
      timeout: REQUEST_MS,
      ...(options.api === undefined ? {} : { api: options.api }),
    },
  });
  const destroy = client.destroy.bind(client);
  client.destroy = async () => {
    closed.abort();
    await destroy();
  };
  return client;
}
