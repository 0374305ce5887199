import { describe, expect, it } from '@jest/globals';
import { ChannelType, type Client, ComponentType, type Message as DiscordMessage, Events } from 'discord.js';
import { toChannel } from '../../../src/adapters/discord/to-channel.js';
import { toMessage } from '../../../src/adapters/discord/to-message.js';
import type { DiscordServer } from '../../../src/sandbox/discord/server.js';
import { aBot, aDiscord } from '../../sandbox/a-discord.js';

type Payload = Exclude<Parameters<DiscordServer['post']>[2], string>;

const VIEW = 1024n;
const READ_HISTORY = 65536n;

/** What discord.js makes of the next message. */
function next(client: Client): Promise<DiscordMessage> {
  return new Promise((resolve) => client.once(Events.MessageCreate, resolve));
}

/** A community with the real client logged in, through which a post comes back as we read it. */
async function aReader() {
  const place = await aDiscord();
  const client = await aBot(place.server);
  const read = async (payload: string | Payload, channel = place.channel) => {
    const coming = next(client);
    const id = place.server.post(channel, place.author, payload);
    return { id, message: toMessage(await coming) };
  };
  return { ...place, client, read };
}

describe('a message that discord.js hands over', () => {
  it('keeps who wrote it, where, and in which roles', async () => {
    const { server, guild, channel, author, read } = await aReader();
    const role = server.addRole(guild, 'Teachers');
    server.setRoles(guild, author, [role]);
    const { id, message } = await read('Салом, ҷӯраҳо');
    expect(message).toEqual({
      id,
      guildId: guild,
      channelId: channel,
      authorId: author,
      authorRoleIds: expect.arrayContaining([role]),
      editedAt: undefined,
      text: 'Салом, ҷӯраҳо',
    });
  });

  it.each<[string, Payload, string]>([
    [
      'an embed',
      {
        embeds: [
          {
            author: { name: 'author' },
            title: 'title',
            description: 'body',
            fields: [{ name: 'name', value: 'value' }],
            footer: { text: 'footer' },
          },
        ],
      },
      'author\ntitle\nbody\nname\nvalue\nfooter',
    ],
    ['an attachment', { attachments: [{ filename: 'file.png', description: 'picture' }] }, 'file.png\npicture'],
    ['an attachment without description', { attachments: [{ filename: 'file.png' }] }, 'file.png'],
    ['a poll', { poll: { question: 'Кай?', answers: ['имрӯз', 'пагоҳ'] } }, 'Кай?\nимрӯз\nпагоҳ'],
    ['a forward', { forward: { content: 'forwarded', embeds: [{ title: 'head' }] } }, 'forwarded\nhead'],
    ['stickers', { content: 'look', stickers: ['wave'] }, 'look\nwave'],
    [
      'components',
      {
        components: [
          {
            type: ComponentType.Container,
            components: [
              { type: ComponentType.TextDisplay, content: 'inside' },
              {
                type: ComponentType.Section,
                components: [{ type: ComponentType.TextDisplay, content: 'beside' }],
                accessory: { type: ComponentType.Thumbnail, media: { url: 'https://example.org/a.png' } },
              },
            ],
          },
        ],
      },
      'inside\nbeside',
    ],
    ['a webhook', { content: 'from outside', webhook: 'News' }, 'from outside'],
    ['nothing at all', { content: '' }, ''],
  ])('is read with %s', async (_what, payload, text) => {
    const { read } = await aReader();
    expect((await read(payload)).message?.text).toBe(text);
  });

  it('has the time of its edit', async () => {
    const { server, client, read } = await aReader();
    const { id } = await read('before');
    const edited = new Promise<DiscordMessage>((resolve) =>
      client.once(Events.MessageUpdate, (_before, after) => resolve(after)),
    );
    server.edit(id, 'after');
    expect(toMessage(await edited)).toMatchObject({ text: 'after', editedAt: expect.any(Date) });
  });

  it('has the title of the forum post that it opens, and later ones there have not', async () => {
    const { server, guild, author, client, read } = await aReader();
    const forum = server.addChannel(guild, 'savol', { type: ChannelType.GuildForum });
    const coming = next(client);
    const post = server.addThread(forum, 'Унвон', author, { firstPost: 'матн' });
    expect(toMessage(await coming)?.text).toBe('Унвон\nматн');
    expect((await read('ҷавоб', post)).message).toMatchObject({ text: 'ҷавоб', channelId: post });
  });
});

describe('a channel that discord.js knows', () => {
  const known = (client: Client, id: string) => toChannel(client.channels.cache.get(id) ?? null);

  it('keeps its name, category and newest message', async () => {
    const { server, guild, author } = await aDiscord();
    const category = server.addChannel(guild, 'Rooms', { type: ChannelType.GuildCategory });
    const room = server.addChannel(guild, 'room', { parentId: category });
    const last = server.post(room, author, 'салом');
    const client = await aBot(server);
    expect(known(client, room)).toEqual({
      id: room,
      guildId: guild,
      name: 'room',
      parentId: undefined,
      categoryId: category,
      lastMessageId: last,
      unreadable: undefined,
    });
  });

  it('is the parent of its threads, which have its category', async () => {
    const { server, guild, author } = await aDiscord();
    const category = server.addChannel(guild, 'Rooms', { type: ChannelType.GuildCategory });
    const room = server.addChannel(guild, 'room', { parentId: category });
    const thread = server.addThread(room, 'talk', author);
    const client = await aBot(server);
    expect(known(client, thread)).toMatchObject({ name: 'talk', parentId: room, categoryId: category });
  });

  it.each([
    ['without View Channel', VIEW, 'no-permission'],
    ['without Read Message History', READ_HISTORY, 'no-permission'],
    ['with both', 0n, undefined],
  ])('%s is marked as what it is', async (_what, deny, unreadable) => {
    const { server, guild, channel } = await aDiscord();
    server.setOverwrite(channel, { id: guild, deny });
    expect(known(await aBot(server), channel)?.unreadable).toBe(unreadable);
  });

  it('holds no messages of its own as a category or forum, nor when it is unknown', async () => {
    const { server, guild } = await aDiscord();
    const category = server.addChannel(guild, 'Rooms', { type: ChannelType.GuildCategory });
    const forum = server.addChannel(guild, 'savol', { type: ChannelType.GuildForum });
    const client = await aBot(server);
    expect([category, forum, '1'].map((id) => known(client, id))).toEqual([undefined, undefined, undefined]);
  });
});
