import { describe, expect, it } from '@jest/globals';
import { ApplicationFlagsBitField, Events, GatewayIntentBits, TextChannel } from 'discord.js';
import { aBot, aClient, aDiscord, next, texts } from './a-discord.js';

describe('logging in to the local Discord', () => {
  it('shows the real discord.js its guilds, channels and roles', async () => {
    const { server, guild, channel } = await aDiscord();
    const role = server.addRole(guild, 'moderators', 8n);
    const bot = await aBot(server);

    expect(bot.user.id).toBe(server.botId);
    expect(bot.guilds.cache.get(guild)?.name).toBe('Hamshaharho');
    expect(bot.channels.cache.get(channel)).toBeInstanceOf(TextChannel);
    expect(bot.guilds.cache.get(guild)?.roles.cache.get(role)?.name).toBe('moderators');
  });

  it('refuses a wrong token over REST and over the gateway', async () => {
    const { server } = await aDiscord();
    await expect(aClient(server).login('wrong')).rejects.toThrow(/invalid token/i);
    await expect(fetch(`${server.apiUrl}/v10/users/@me`).then((answer) => answer.status)).resolves.toBe(401);
  });

  it('closes a session that asks for message content without being allowed to', async () => {
    const { server } = await aDiscord({ messageContent: false });
    await expect(aClient(server).login(server.token)).rejects.toThrow(/disallowed intents/i);
  });

  it('says in the application flags which intents are allowed', async () => {
    const { server } = await aDiscord({ guildMembers: false });
    const application = await (await aBot(server)).application.fetch();
    expect(application.flags.has(ApplicationFlagsBitField.Flags.GatewayMessageContentLimited)).toBe(true);
    expect(application.flags.has(ApplicationFlagsBitField.Flags.GatewayGuildMembersLimited)).toBe(false);
  });

  it('keeps the text back from a session without the intent, except where the bot is named', async () => {
    const { server, channel, author } = await aDiscord();
    const bot = await aBot(server, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
    const seen = texts(bot);
    server.post(channel, author, { content: 'хонаи холӣ', embeds: [{ title: 'иҷора' }] });
    server.post(channel, author, `<@${server.botId}> салом`);
    await server.until(() => seen.length === 2);
    expect(seen).toEqual(['', `<@${server.botId}> салом`]);
  });

  it('tells a bot of a guild that it joins and one that goes down', async () => {
    const { server } = await aDiscord();
    const bot = await aBot(server);
    const joining = next(bot, Events.GuildCreate);
    const guild = server.addGuild('Second');
    expect((await joining)[0].name).toBe('Second');
    const failing = next(bot, Events.GuildUnavailable);
    server.removeGuild(guild, { unavailable: true });
    expect((await failing)[0].id).toBe(guild);
    const returning = next(bot, Events.GuildAvailable);
    server.restoreGuild(guild);
    expect((await returning)[0].name).toBe('Second');
  });
});
