import { describe, expect, it } from '@jest/globals';
import { ChannelType, Events, ForumChannel, PermissionFlagsBits, ThreadChannel } from 'discord.js';
import { aBot, aDiscord, next, textChannel, texts } from './a-discord.js';

describe('threads', () => {
  it('are announced when a member opens one, and their messages arrive', async () => {
    const { server, channel, author } = await aDiscord();
    const bot = await aBot(server);
    const seen = texts(bot);
    const opening = next(bot, Events.ThreadCreate);
    const id = server.addThread(channel, 'гаштугузор', author);
    const [thread, isNew] = await opening;
    expect([thread.id, thread.name, thread.parentId, isNew]).toEqual([id, 'гаштугузор', channel, true]);

    server.post(id, author, 'кай меравем?');
    await server.until(() => seen.includes('кай меравем?'));
    // Discord leaves a notice in the channel whose text is the thread's name.
    expect(server.messages(channel).map((message) => [message.type, message.content])).toEqual([[18, 'гаштугузор']]);
  });

  it('take the id of the message they grow from, which then shows them', async () => {
    const { server, channel, author } = await aDiscord();
    const message = server.post(channel, author, 'саволе дорам');
    const thread = server.addThread(channel, 'савол', author, { fromMessage: message });
    expect(thread).toBe(message);
    const place = await textChannel(await aBot(server), channel);
    expect((await place.messages.fetch(message)).hasThread).toBe(true);
    expect((await place.messages.fetch(message)).thread?.name).toBe('савол');
  });

  it('are listed while active, and as archived afterwards; a message brings one back', async () => {
    const { server, guild, channel, author } = await aDiscord();
    const [kept, closed] = ['якум', 'дуюм'].map((name) => server.addThread(channel, name, author));
    server.archiveThread(closed ?? '');
    const bot = await aBot(server);
    const place = await textChannel(bot, channel);
    expect([...bot.channels.cache.values()].filter((each) => each.isThread()).map((each) => each.id)).toEqual([kept]);
    const active = await bot.guilds.cache.get(guild)?.channels.fetchActiveThreads();
    expect([...(active?.threads.keys() ?? [])]).toEqual([kept]);
    expect([...(await place.threads.fetchArchived()).threads.keys()]).toEqual([closed]);

    server.post(closed ?? '', author, 'боз ман');
    expect([...(await place.threads.fetchArchived()).threads.keys()]).toEqual([]);
  });

  it('can be opened by the bot and closed for good', async () => {
    const { server, guild, channel } = await aDiscord();
    const bot = await aBot(server);
    server.setRoles(guild, server.botId, [server.addRole(guild, 'keeper', PermissionFlagsBits.ManageThreads)]);
    const thread = await (await textChannel(bot, channel)).threads.create({ name: 'case 7' });
    await thread.send('notes');
    expect(server.messages(thread.id).map((message) => message.content)).toEqual(['notes']);
    await thread.setArchived(true);
    await thread.delete();
    expect(() => server.messages(thread.id)).toThrow('no such channel');
  });

  it('hold forum posts, whose first message has the id of the post', async () => {
    const { server, guild, author } = await aDiscord();
    const forum = server.addChannel(guild, 'savol-javob', { type: ChannelType.GuildForum });
    const bot = await aBot(server);
    const opening = next(bot, Events.ThreadCreate);
    const seen = texts(bot);
    const id = server.addThread(forum, 'Patent qancha?', author, { firstPost: 'Kim biladi?' });
    const [post] = await opening;
    expect(post).toBeInstanceOf(ThreadChannel);
    expect([post.id, post.name]).toEqual([id, 'Patent qancha?']);
    expect(bot.channels.cache.get(forum)).toBeInstanceOf(ForumChannel);
    await server.until(() => seen.length === 1);
    expect((await post.fetchStarterMessage())?.content).toBe('Kim biladi?');
    await expect(bot.rest.get(`/channels/${forum}/messages`)).rejects.toMatchObject({ code: 50024 });
  });
});
