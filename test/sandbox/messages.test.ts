import { describe, expect, it } from '@jest/globals';
import { Events } from 'discord.js';
import { aBot, aDiscord, next, textChannel } from './a-discord.js';

describe('messages', () => {
  it('arrive with author, member, text and everything that hangs on them', async () => {
    const { server, guild, channel } = await aDiscord();
    const role = server.addRole(guild, 'workers');
    const author = server.addMember(guild, 'Зафар', [role]);
    const bot = await aBot(server);
    const arriving = next(bot, Events.MessageCreate);
    const id = server.post(channel, author, {
      content: 'нигаред',
      embeds: [{ title: 'хабар', description: 'матн' }],
      attachments: [{ filename: 'расм.png', description: 'кӯчаи мо' }],
      poll: { question: 'Кай?', answers: ['имрӯз', 'пагоҳ'] },
      stickers: ['чой'],
    });
    const [message] = await arriving;

    expect(message).toMatchObject({ id, content: 'нигаред', guildId: guild, channelId: channel });
    expect(message.member?.roles.cache.has(role)).toBe(true);
    expect(message.embeds[0]?.description).toBe('матн');
    expect(message.attachments.first()).toMatchObject({ description: 'кӯчаи мо', size: 1024 });
    expect(message.poll?.question.text).toBe('Кай?');
    expect(message.stickers.first()?.name).toBe('чой');
    expect(message.editedAt).toBeNull();
  });

  it('arrive as snapshots when they are forwarded, and through webhooks without a member', async () => {
    const { server, channel, author } = await aDiscord();
    const bot = await aBot(server);
    const forwarding = next(bot, Events.MessageCreate);
    server.post(channel, author, { forward: { content: 'матни дигар', embeds: [{ title: 'сарлавҳа' }] } });
    const [forwarded] = await forwarding;
    expect(forwarded.content).toBe('');
    expect(forwarded.messageSnapshots.first()?.content).toBe('матни дигар');

    const hooking = next(bot, Events.MessageCreate);
    server.post(channel, author, { content: 'аз ҷои дигар', webhook: 'Хабаррасон' });
    const [hooked] = await hooking;
    expect([hooked.author.username, hooked.author.bot, hooked.member]).toEqual(['Хабаррасон', true, null]);
    expect(hooked.webhookId).toBe(hooked.author.id);
  });

  it('tell of edits and deletions, singly and in bulk', async () => {
    const { server, channel, author } = await aDiscord();
    const bot = await aBot(server);
    const [first, second, third] = ['як', 'ду', 'се'].map((text) => server.post(channel, author, text));
    const editing = next(bot, Events.MessageUpdate);
    server.edit(first ?? '', 'чор');
    const [, edited] = await editing;
    expect([edited.content, edited.editedTimestamp !== null]).toEqual(['чор', true]);

    const deleting = next(bot, Events.MessageDelete);
    server.delete(first ?? '');
    expect((await deleting)[0].id).toBe(first);
    const clearing = next(bot, Events.MessageBulkDelete);
    server.delete(second ?? '', third ?? '');
    expect([...(await clearing)[0].keys()].sort()).toEqual([second, third]);
    expect(server.messages(channel)).toEqual([]);
  });

  it('carry no edit mark when only a link was given its preview', async () => {
    const { server, channel, author } = await aDiscord();
    const bot = await aBot(server);
    const id = server.post(channel, author, 'https://example.org');
    const updating = next(bot, Events.MessageUpdate);
    server.edit(id, { embeds: [{ title: 'Example' }] }, { marked: false });
    const [, updated] = await updating;
    expect([updated.embeds[0]?.title, updated.editedTimestamp]).toEqual(['Example', null]);
  });

  it('can be posted with an embed, buttons and a file, edited and deleted by the bot', async () => {
    const { server, channel } = await aDiscord();
    const place = await textChannel(await aBot(server), channel);
    const sent = await place.send({
      content: '<@&1> @everyone',
      embeds: [{ title: 'alert', fields: [{ name: 'why', value: 'words' }] }],
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Confirm', custom_id: 'confirm' }] }],
      files: [{ attachment: Buffer.from('a;b'), name: 'report.csv', description: 'the week' }],
      allowedMentions: { parse: [] },
    });
    const [stored] = server.messages(channel);
    expect(stored).toMatchObject({ mention_everyone: false, mention_roles: [], embeds: [{ title: 'alert' }] });
    expect(stored?.attachments[0]).toMatchObject({ filename: 'report.csv', description: 'the week', size: 3 });
    expect(await (await fetch(stored?.attachments[0]?.url ?? '')).text()).toBe('a;b');

    await sent.edit({ embeds: [{ title: 'decided' }], components: [] });
    expect(server.messages(channel)[0]).toMatchObject({ embeds: [{ title: 'decided' }], components: [] });
    await sent.delete();
    expect(server.messages(channel)).toEqual([]);
  });

  it('are posted once when a nonce is repeated', async () => {
    const { server, channel } = await aDiscord();
    const place = await textChannel(await aBot(server), channel);
    const options = { content: 'card', nonce: '17', enforceNonce: true };
    const [first, again] = [await place.send(options), await place.send(options)];
    expect(again.id).toBe(first.id);
    expect(server.messageCount(channel)).toBe(1);
  });

  it.each([
    ['an empty message', { content: '' }, 50006],
    ['2,001 characters', { content: 'a'.repeat(2001) }, 50035],
    ['an embed title of 257 characters', { embeds: [{ title: 'a'.repeat(257) }] }, 50035],
    [
      'embeds of 6,001 characters',
      { embeds: [{ description: 'a'.repeat(4000) }, { description: 'a'.repeat(2001) }] },
      50035,
    ],
    ['an empty field', { embeds: [{ fields: [{ name: '', value: 'x' }] }] }, 50035],
    ['a custom id of 101 characters', { content: 'x', components: [row('a'.repeat(101))] }, 50035],
    ['one custom id twice', { content: 'x', components: [row('a'), row('a')] }, 50035],
  ])('are refused with %s', async (_name, body, code) => {
    const { server, channel } = await aDiscord();
    const answer = await fetch(`${server.apiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code })]);
  });
});

function row(customId: string) {
  return { type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: customId }] };
}
