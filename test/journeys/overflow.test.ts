import { describe, expect, it } from '@jest/globals';
import { type ACommunity, aCommunity, assessCall, CALL, until } from './a-community.js';

const POST = 'POST /channels/:channel/messages';
const CAP = 2;

const overflowCards = (place: ACommunity) =>
  place.cards().filter((card) => card.embeds[0]?.footer?.text.startsWith('overflow-'));
const title = (place: ACommunity) => overflowCards(place)[0]?.embeds[0]?.title ?? '';
const postCalls = (place: ACommunity, from: number, to: number) => {
  for (let n = from; n < to; n += 1) place.server.post(place.general, place.member, `${CALL} ${n}`);
};

describe('the hourly cap', () => {
  it('has one overflow card that counts what waits, also over a restart, and ends when nothing does', async () => {
    const place = await aCommunity({ community: { alertsPerHour: CAP } });
    const first = await place.startBot();
    postCalls(place, 0, 5);
    await until('the overflow card', () => overflowCards(place).length === 1);
    await until('its count', () => /: [1-3]$/.test(title(place)));
    await first.close();
    postCalls(place, 5, 7);
    const second = await place.startBot();
    const { guildId } = place.community;
    await until('all to be read', async () => (await second.store.counts.total(guildId)) === 7);
    await second.app.idle();
    await second.close();
    expect(place.cards()).toHaveLength(CAP + 1);

    await place.startBot({ communities: new Map([[guildId, { ...place.community, alertsPerHour: 100 }]]) });
    await until('the end', () => title(place) === 'More alerts that wait: 0');
    expect(place.cards()).toHaveLength(7 + 1);
    expect(overflowCards(place)[0]?.components).toEqual([]);
    expect(place.server.requests().byRoute[POST]?.total).toBe(7 + 1);
    expect(place.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  }, 90_000);

  it('shows the team a list of what waits, privately and without a word of it', async () => {
    const place = await aCommunity({ community: { alertsPerHour: CAP } });
    await place.startBot();
    postCalls(place, 0, 4);
    await until('the overflow card', () => overflowCards(place).length === 1);
    const [card] = overflowCards(place);
    const button = /didbon:waiting:[\w-]+/.exec(JSON.stringify(card?.components))?.[0] ?? '';
    const list = await place.server.press(card?.id ?? '', button, place.moderator);
    const text = list.ephemeral[0]?.content ?? '';
    expect(text).toContain('More alerts that wait: 2');
    expect(text.match(/• call to join · tg · <#\d+> · \[open\]/g)).toHaveLength(2);
    expect(text).not.toContain('ҳамроҳ');
    const refused = await place.server.press(card?.id ?? '', button, place.member);
    expect(refused.ephemeral[0]?.content).toContain('Only members with a moderator or reader role');
  });

  it('never holds back what is urgent', async () => {
    const place = await aCommunity({ community: { alertsPerHour: CAP } });
    const assess = (text: string) => ({ ...assessCall(text), level: /1\d$/.test(text) ? 'urgent' : 'review' }) as const;
    await place.startBot({ assess });
    postCalls(place, 0, 4);
    await until('the overflow card', () => overflowCards(place).length === 1);
    postCalls(place, 10, 14);
    await until('the urgent ones', () => place.cards().length === CAP + 1 + 4);
    expect(place.cards().filter((card) => card.embeds[0]?.title?.includes('urgent'))).toHaveLength(4);
  });
});
