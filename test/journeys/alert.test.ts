import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { aCommunity, CALL, CHAT, until } from './a-community.js';

const POST = 'POST /channels/:channel/messages';

describe('a message in a watched channel', () => {
  it('becomes a card with reasons and buttons in the moderator channel', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    place.server.post(place.general, place.member, CHAT);
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length > 0);
    const [card] = place.cards();
    expect(card?.embeds[0]?.description).toContain('ҳамроҳ шавед');
    expect(JSON.stringify(card?.embeds)).toContain('join the group');
    expect(JSON.stringify(card?.components)).toContain('didbon:confirm:');
    expect(await bot.store.counts.total(place.community.guildId)).toBe(2);
  });

  it('pings nobody and shows its markup as plain text', async () => {
    const place = await aCommunity();
    await place.startBot();
    place.server.post(place.general, place.member, `@everyone ${CALL} [x](https://example.org) || <@${place.reader}>`);
    await until('a card', () => place.cards().length > 0);
    const description = place.cards()[0]?.embeds[0]?.description ?? '';
    expect(description).not.toContain('@everyone');
    expect(description).not.toContain('](https');
    expect(description).not.toContain(`<@${place.reader}>`);
    expect(place.cards()[0]?.mention_everyone).toBe(false);
  });

  it.each([
    ['an embed', { embeds: [{ title: 'x', description: CALL }] }],
    ['a forwarded message', { forward: { content: CALL } }],
    ['the description of an attachment', { attachments: [{ filename: 'a.png', description: CALL }] }],
    ['a poll', { poll: { question: CALL, answers: ['1', '2'] } }],
    ['a webhook', { webhook: 'News', content: CALL }],
  ])('is read where it hides in %s', async (_name, payload) => {
    const place = await aCommunity();
    await place.startBot();
    place.server.post(place.general, place.member, payload);
    await until('a card', () => place.cards().length === 1);
  });

  it('is read in the title of a forum post made after the start', async () => {
    const place = await aCommunity();
    const forum = place.server.addChannel(place.guild, 'savol', { type: 15 });
    await place.startBot();
    place.server.addThread(forum, CALL, place.member, { firstPost: CHAT });
    await until('a card', () => place.cards().length === 1);
  });

  it('alerts when an edit turns it into a call, and is counted once', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    const message = place.server.post(place.general, place.member, CHAT);
    await until('the message', async () => (await bot.store.counts.total(place.community.guildId)) === 1);
    place.server.edit(message, CALL);
    await until('a card', () => place.cards().length === 1);
    expect(await bot.store.counts.total(place.community.guildId)).toBe(1);
  });

  it('is not read in ignored channels and in the moderator channel', async () => {
    const place = await aCommunity();
    const ignored = place.server.addChannel(place.guild, 'ignored');
    const bot = await place.startBot({
      communities: new Map([
        [place.community.guildId, { ...place.community, ignoredChannels: [toSnowflake(ignored)] }],
      ]),
    });
    place.server.post(ignored, place.member, CALL);
    place.server.post(place.moderators, place.moderator, CALL);
    place.server.post(place.general, place.member, CHAT);
    await until('the one that is read', async () => (await bot.store.counts.total(place.community.guildId)) === 1);
    await bot.app.idle();
    expect(place.cards()).toHaveLength(0);
  });

  it('has its deletion marked on the card', async () => {
    const place = await aCommunity();
    await place.startBot();
    const message = place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    place.server.delete(message);
    await until('the mark', () => place.cards()[0]?.embeds[0]?.description?.includes('Deleted in Discord') === true);
  });
});

describe('the outbox', () => {
  it('posts a card that could not be posted once Discord takes it, and only once', async () => {
    const place = await aCommunity();
    place.server.failNext(POST, 503, 4);
    await place.startBot();
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
  });

  it('finds an hour later the card that was posted before the bot died without noting it', async () => {
    const later = { ms: 0 };
    const place = await aCommunity({ server: { clock: { now: () => new Date(Date.now() + later.ms) } } });
    const first = await place.startBot();
    // Discord posts the card, and the bot never hears of it.
    place.server.failNext(POST, 'cut-after');
    place.server.failNext(POST, 'stall', 9);
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    await first.close();
    place.server.clearFailures();
    // By then Discord has forgotten the nonce.
    later.ms = 3_600_000;
    const second = await place.startBot();
    const owed = () => second.store.alerts.due(place.community.guildId, new Date(), 5);
    await until('the card to be found', async () => (await owed()).length === 0);
    expect(place.cards()).toHaveLength(1);
  });

  it('keeps what is due while the moderator channel is gone', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    place.server.deleteChannel(place.moderators);
    place.server.post(place.general, place.member, CALL);
    await until('the complaint', () => place.logged.some((line) => line.includes('alerts could not be posted')));
    expect(await bot.store.alerts.due(place.community.guildId, new Date(), 5)).toHaveLength(1);
  });

  it('keeps what exceeds the hourly cap, and says so on a card', async () => {
    const place = await aCommunity({ community: { alertsPerHour: 2 } });
    const bot = await place.startBot();
    for (let n = 0; n < 4; n += 1) place.server.post(place.general, place.member, `${CALL} ${n}`);
    await until('two cards and the one that counts', () => place.cards().length === 3);
    await bot.app.idle();
    expect(place.cards()).toHaveLength(3);
    expect(await bot.store.alerts.due(place.community.guildId, new Date(), 5)).toHaveLength(2);
  });
});

describe('starting', () => {
  it('says no to a wrong token', async () => {
    const place = await aCommunity();
    await expect(place.startBot({ token: 'wrong.token.here' })).rejects.toThrow(/token/i);
  });

  it('says no without the message-content intent', async () => {
    const place = await aCommunity({ server: { messageContent: false } });
    await expect(place.startBot()).rejects.toThrow(/intent/i);
  });

  it('refuses a second bot on the same database', async () => {
    const place = await aCommunity();
    await place.startBot();
    await expect(place.startBot()).rejects.toThrow('another didbon is running');
  });
});
