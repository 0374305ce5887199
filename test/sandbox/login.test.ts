import { afterEach, describe, expect, it } from '@jest/globals';
import { Client, Events, GatewayIntentBits, type Message, TextChannel } from 'discord.js';
import type { DiscordServerOptions } from '../../src/sandbox/discord/options.js';
import { type DiscordServer, startDiscordServer } from '../../src/sandbox/discord/server.js';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function aServer(options: Partial<DiscordServerOptions> = {}): Promise<DiscordServer> {
  const server = await startDiscordServer({ clock: { now: () => new Date() }, ...options });
  cleanUps.push(server.close);
  return server;
}

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];

async function aBot(server: DiscordServer): Promise<Client<true>> {
  const client = new Client({ intents: INTENTS, rest: { api: server.apiUrl } });
  cleanUps.push(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(server.token);
  return ready;
}

function next(client: Client): Promise<Message> {
  return new Promise((resolve) => client.once(Events.MessageCreate, resolve));
}

describe('logging in', () => {
  it('lets the real discord.js in and shows it the guild', async () => {
    const server = await aServer();
    const guild = server.addGuild('Hamshaharho');
    const channel = server.addChannel(guild, 'general');
    const bot = await aBot(server);
    expect(bot.user.id).toBe(server.botId);
    expect(bot.guilds.cache.get(guild)?.name).toBe('Hamshaharho');
    expect(bot.channels.cache.get(channel)).toBeInstanceOf(TextChannel);
  });

  it('hands over a message with its text and takes an answer', async () => {
    const server = await aServer();
    const guild = server.addGuild('Hamshaharho');
    const channel = server.addChannel(guild, 'general');
    const author = server.addMember(guild, 'Anvar');
    const bot = await aBot(server);
    const arriving = next(bot);
    const id = server.post(channel, author, 'Салом!');
    const message = await arriving;
    expect([message.id, message.content, message.author.username]).toEqual([id, 'Салом!', 'Anvar']);
    const place = bot.channels.cache.get(channel);
    if (!(place instanceof TextChannel)) throw new Error('no text channel');
    await place.send('Ва алайкум!');
    expect(server.messages(channel).map((one) => one.content)).toEqual(['Салом!', 'Ва алайкум!']);
  });
});
