import { describe, expect, it } from '@jest/globals';
import { aCommunity, CALL, CHAT, until } from './a-community.js';

describe('a message in a watched channel', () => {
  it('becomes a card with reasons and buttons in the moderator channel', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    place.server.post(place.general, place.member, CHAT);
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length > 0);
    const [card] = place.cards();
    expect(card?.embeds[0]?.description).toContain('ҳамроҳ шавед');
    expect(JSON.stringify(card?.components)).toContain('didbon:confirm:');
    expect(await bot.store.counts.total(place.community.guildId)).toBe(2);
  });
});
