import { describe, expect, it } from '@jest/globals';
import { Events, PermissionFlagsBits } from 'discord.js';
import { aBot, aDiscord, next, textChannel, texts } from './a-discord.js';

describe('permissions', () => {
  it('hide a channel from a bot that may not view it, over both doors', async () => {
    const { server, guild, channel, author } = await aDiscord();
    const place = await textChannel(await aBot(server), channel);
    const seen = texts(place.client);
    server.setOverwrite(channel, { id: guild, deny: PermissionFlagsBits.ViewChannel });
    server.post(channel, author, 'unseen');
    const open = server.addChannel(guild, 'open');
    server.post(open, author, 'seen');
    await server.until(() => seen.length === 1);
    expect(seen).toEqual(['seen']);
    await server.until(() => !place.viewable);
    await expect(place.messages.fetch({ limit: 5 })).rejects.toMatchObject({ status: 403, code: 50001 });
    await expect(place.send('x')).rejects.toMatchObject({ status: 403, code: 50001 });
  });

  it('show an empty history, not a refusal, to a bot that may view but not read back', async () => {
    const { server, guild, channel, author } = await aDiscord();
    const id = server.post(channel, author, 'earlier');
    const place = await textChannel(await aBot(server), channel);
    server.setOverwrite(channel, { id: guild, deny: PermissionFlagsBits.ReadMessageHistory });
    expect((await place.messages.fetch({ limit: 5, cache: false })).size).toBe(0);
    await expect(place.messages.fetch({ message: id, force: true })).rejects.toMatchObject({ code: 50013 });
  });

  it.each([
    ['sending', PermissionFlagsBits.SendMessages, { content: 'x' }],
    ['embeds', PermissionFlagsBits.EmbedLinks, { embeds: [{ title: 'x' }] }],
  ])('refuse %s without the bit', async (_name, bit, body) => {
    const { server, guild, channel } = await aDiscord();
    const place = await textChannel(await aBot(server), channel);
    await expect(place.send(body)).resolves.toBeDefined();
    server.setOverwrite(channel, { id: guild, deny: bit });
    await expect(place.send(body)).rejects.toMatchObject({ status: 403, code: 50013 });
  });

  it('let the bot delete others’ messages and time people out only where it may', async () => {
    const { server, guild, channel, author } = await aDiscord();
    const id = server.post(channel, author, 'x');
    const bot = await aBot(server);
    const place = await textChannel(bot, channel);
    const member = await bot.guilds.cache.get(guild)?.members.fetch(author);
    await expect(place.messages.delete(id)).rejects.toMatchObject({ code: 50013 });
    await expect(member?.timeout(60_000)).rejects.toMatchObject({ code: 50013 });

    const bits = PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ModerateMembers;
    const role = server.addRole(guild, 'watcher', bits);
    server.setRoles(guild, server.botId, [role]);
    await place.messages.delete(id);
    await member?.timeout(60_000);
    expect(server.messageCount(channel)).toBe(0);
    expect(server.member(guild, author)?.timedOutUntilMs).toBeGreaterThan(Date.now());
  });

  it('protect whoever stands above the bot', async () => {
    const { server, guild } = await aDiscord();
    const watcher = server.addRole(guild, 'watcher', PermissionFlagsBits.ModerateMembers);
    const above = server.addRole(guild, 'elders');
    server.setRoles(guild, server.botId, [watcher]);
    const elder = server.addMember(guild, 'Ҳоким', [above]);
    const bot = await aBot(server);
    const member = await bot.guilds.cache.get(guild)?.members.fetch(elder);
    await expect(member?.timeout(60_000)).rejects.toMatchObject({ code: 50013 });
  });

  it('follow roles, then members, over everyone', async () => {
    const { server, guild, channel } = await aDiscord();
    const role = server.addRole(guild, 'bots');
    server.setRoles(guild, server.botId, [role]);
    const place = await textChannel(await aBot(server), channel);
    server.setOverwrite(channel, { id: guild, deny: PermissionFlagsBits.SendMessages });
    await expect(place.send('everyone')).rejects.toMatchObject({ code: 50013 });
    server.setOverwrite(channel, { id: role, allow: PermissionFlagsBits.SendMessages });
    await expect(place.send('role')).resolves.toBeDefined();
    server.setOverwrite(channel, { id: server.botId, type: 'member', deny: PermissionFlagsBits.SendMessages });
    await expect(place.send('member')).rejects.toMatchObject({ code: 50013 });
  });

  it('bring the threads of a channel along with the channel', async () => {
    const { server, guild, channel, author } = await aDiscord();
    server.setOverwrite(channel, { id: guild, deny: PermissionFlagsBits.ViewChannel });
    const thread = server.addThread(channel, 'гаштугузор', author);
    const bot = await aBot(server);
    const seen = texts(bot);
    server.post(thread, author, 'unseen');
    expect(bot.channels.cache.has(thread)).toBe(false);
    const syncing = next(bot, Events.ThreadListSync);
    server.setOverwrite(channel, { id: guild });
    expect([...(await syncing)[0].keys()]).toEqual([thread]);
    server.post(thread, author, 'seen');
    await server.until(() => seen.length === 1);
    expect(seen).toEqual(['seen']);
  });
});
