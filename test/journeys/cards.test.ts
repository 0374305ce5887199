import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { type ACommunity, aCommunity, CALL, CHAT, until } from './a-community.js';

const POST = 'POST /channels/:channel/messages';
const EDIT = 'PATCH /channels/:channel/messages/:message';
const description = (place: ACommunity) => place.cards()[0]?.embeds[0]?.description ?? '';

describe('a card', () => {
  it.each([
    ['markup', '||**_~`>#[](<-'.repeat(300)],
    ['right-to-left text', 'سلام ‮'.repeat(700)],
    ['halved characters', '\uD83D\uDC00'.repeat(2_000)],
    ['zero-width characters', '\u200B'.repeat(4_000)],
    ['mentions', '@everyone '.repeat(400)],
  ])('is posted for a call among 4,000 characters of %s', async (_name, noise) => {
    const place = await aCommunity();
    const bot = await place.startBot();
    place.server.post(
      place.general,
      place.member,
      `${noise}`.slice(0, 2_000 - CALL.length) + CALL + noise.slice(0, 2_000),
    );
    await until('a card', () => place.cards().length === 1);
    expect(/\p{Cs}/u.test(description(place))).toBe(false);
    expect(await bot.store.counts.total(place.community.guildId)).toBe(1);
    expect(place.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('is not raised, but the message is counted, where there is nothing to read', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    place.server.post(place.general, place.member, { content: '', attachments: [{ filename: '' }] });
    for (const text of ['👍🏽🎉', '<:yes:1>', '\u200B\u200D', '\uD83D', '۱۲۳ سلام'])
      place.server.post(place.general, place.member, text);
    await until('all six', async () => (await bot.store.counts.total(place.community.guildId)) === 6);
    expect(place.cards()).toHaveLength(0);
  });

  it('is posted anew when it was deleted by hand and its message changes', async () => {
    const place = await aCommunity();
    await place.startBot();
    const message = place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    const [old] = place.cards();
    place.server.delete(old?.id ?? '');
    place.server.delete(message);
    await until('another card', () => place.cards().length === 1 && place.cards()[0]?.id !== old?.id);
    expect(description(place)).toContain('Deleted in Discord');
  });

  it('that may not be edited holds up no other', async () => {
    const place = await aCommunity();
    await place.startBot();
    const message = place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    place.server.failNext(EDIT, 400, 1);
    place.server.delete(message);
    await until('the complaint', () => place.logged.some((line) => line.includes('a card may not be edited')));
    place.server.post(place.general, place.member, `${CALL} 2`);
    await until('the next card', () => place.cards().length === 2);
  });

  it('that Discord rejects holds up no other, however many there are', async () => {
    const place = await aCommunity();
    await place.startBot();
    place.server.failNext(POST, 400, 20);
    for (let n = 0; n < 21; n += 1) place.server.post(place.general, place.member, `${CALL} ${n}`);
    await until('the card behind them', () => place.cards().length === 1);
    expect(place.logged.filter((line) => line.includes('a card was rejected'))).toHaveLength(20);
    expect(place.server.requests().byRoute[POST]).toEqual({ total: 21, byStatus: { 200: 1, 400: 20 } });
  });

  it('waits while the moderator channel may not be written to, and is posted when a role allows it', async () => {
    const place = await aCommunity();
    place.server.setOverwrite(place.moderators, { id: place.guild, deny: 2048n });
    const bot = await place.startBot();
    place.server.post(place.general, place.member, CALL);
    await until('the complaint', () => place.logged.some((line) => line.includes('alerts could not be posted')));
    const role = place.server.addRole(place.guild, 'Writers');
    place.server.setOverwrite(place.moderators, { id: role, allow: 2048n });
    place.server.setRoles(place.guild, place.server.botId, [role]);
    await until('a card', () => place.cards().length === 1);
    await bot.app.idle();
    expect(await bot.store.alerts.due(place.community.guildId, new Date(), 5)).toEqual([]);
  });

  it('says nothing of a message in the log, whatever Discord answers', async () => {
    const place = await aCommunity();
    place.server.failNext('POST /channels/:channel/messages', 400, 1);
    await place.startBot();
    place.server.post(place.general, place.member, CALL);
    await until('the complaint', () => place.logged.some((line) => line.includes('a card was rejected')));
    expect(place.logged.join('\n')).not.toContain('ҳамроҳ');
  });

  it('is owed to no community that was taken out of the settings', async () => {
    const place = await aCommunity();
    const bot = await place.startBot({ communities: new Map() });
    place.server.post(place.general, place.member, CALL);
    await until('the note', () => place.logged.some((line) => line.includes('has no settings')));
    await bot.app.idle();
    expect(await bot.store.counts.total(toSnowflake(place.guild))).toBe(0);
    expect(place.cards()).toHaveLength(0);
  });
});

describe('the weekly report', () => {
  it('is posted once though its time comes round again and again, and the bot is restarted', async () => {
    const place = await aCommunity();
    const { guildId } = place.community;
    const schedules = { ...place.community.schedules, weeklyReport: '* * * * * *' };
    const change = { communities: new Map([[guildId, { ...place.community, schedules }]]) };
    const first = await place.startBot(change);
    place.server.post(place.general, place.member, CHAT);
    await until('the report', () => place.cards().length > 0);
    await first.close();
    const before = place.server.requests().total;
    await place.startBot(change);
    const twoMore = Date.now() + 2_200;
    await until('two more rounds', () => Date.now() > twoMore);
    expect(place.server.requests().total).toBeGreaterThan(before);
    expect(place.cards()).toHaveLength(1);
  });
});
