import { afterEach } from '@jest/globals';
import { Client, type ClientEvents, type ClientOptions, Events, GatewayIntentBits, TextChannel } from 'discord.js';
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from '../../src/sandbox/discord/server.js';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A server with one guild, one channel and one member; closed after the test. */
export interface ADiscord {
  readonly server: DiscordServer;
  readonly guild: string;
  readonly channel: string;
  readonly author: string;
}

export async function aDiscord(options: Partial<DiscordServerOptions> = {}): Promise<ADiscord> {
  const server = await startDiscordServer({ clock: { now: () => new Date() }, rates: 'none', ...options });
  cleanUps.push(server.close);
  const guild = server.addGuild('Hamshaharho');
  return { server, guild, channel: server.addChannel(guild, 'general'), author: server.addMember(guild, 'Anvar') };
}

export const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];

/** A discord.js client that has not logged in yet; destroyed after the test. */
export function aClient(server: DiscordServer, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({ intents: INTENTS, ...options, rest: { ...options.rest, api: server.apiUrl } });
  cleanUps.push(() => client.destroy());
  return client;
}

/** A discord.js client that is logged in and knows its guilds. */
export async function aBot(server: DiscordServer, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = aClient(server, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(server.token);
  return ready;
}

/** The next event of a kind. Ask before you cause it. */
export function next<K extends keyof ClientEvents>(client: Client, event: K): Promise<ClientEvents[K]> {
  return new Promise((resolve) => client.once(event, (...values) => resolve(values)));
}

/** Collects the texts of all messages a client is told of. */
export function texts(client: Client): readonly string[] {
  const seen: string[] = [];
  client.on(Events.MessageCreate, (message) => seen.push(message.content));
  return seen;
}

export async function textChannel(client: Client, id: string): Promise<TextChannel> {
  const channel = await client.channels.fetch(id);
  if (!(channel instanceof TextChannel)) throw new Error(`${id} is no text channel`);
  return channel;
}
