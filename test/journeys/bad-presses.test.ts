import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { aCard } from './a-card.js';
import { CALL, until } from './a-community.js';

const LONG_AGO = new Date(0);

describe('a press', () => {
  it('on the card of an alert that was erased and dropped meanwhile is answered, and does nothing', async () => {
    const card = await aCard();
    await card.bot.app.idle();
    const later = new Date(Date.now() + 60_000);
    const { guildId } = card.place.community;
    const limits = {
      ...{ deletedBefore: LONG_AGO, textBefore: later, confirmedBefore: later, countsBefore: LONG_AGO },
      ...{ auditBefore: LONG_AGO, now: later },
    };
    await card.bot.store.flags.eraseExpired(guildId, limits);
    await card.choose('delete-message', card.place.moderator);
    await card.told(card.place.moderator, 'The text has been erased');
    await card.bot.app.idle();
    await card.bot.store.flags.eraseExpired(guildId, { ...limits, countsBefore: later });
    await card.press('claim', card.place.reader);
    await card.told(card.place.reader, 'This alert is no longer held');
  });

  it('of a member who lost the role is refused', async () => {
    const card = await aCard();
    card.place.server.setRoles(card.place.guild, card.place.reader, []);
    for (const action of ['confirm', 'claim', 'unsure', 'why']) await card.press(action, card.place.reader);
    await card.told(card.place.reader, 'Only members with a moderator or reader role');
    expect(await card.history()).toEqual([]);
  });

  it('on a card in the old moderator channel counts after the channel was changed in the settings', async () => {
    const card = await aCard();
    await card.bot.close();
    const other = card.place.server.addChannel(card.place.guild, 'new-moderators');
    const community = { ...card.place.community, moderatorChannel: toSnowflake(other) };
    const bot = await card.place.startBot({ communities: new Map([[community.guildId, community]]) });
    await card.press('claim', card.place.moderator);
    await until('the claim', () => card.says().includes('is looking at it'));
    card.place.server.post(card.place.general, card.place.member, `${CALL} 2`);
    await until('the next card', () => card.place.server.messages(other).length === 1);
    await card.choose('ask-reader', card.place.moderator);
    await until('the call', () => card.place.server.messages(other).length === 2);
    await bot.app.idle();
  });

  it('on the last sight of a card that is deleted by hand counts, and the card comes back with it', async () => {
    const card = await aCard();
    const { server } = card.place;
    await card.press('claim', card.place.moderator);
    await until('the claim', () => card.says().includes('is looking at it'));
    server.delete(card.message);
    server.edit(card.about, `${CALL} edited`);
    server.delete(card.about);
    await until('the card anew', () =>
      card.place.cards().some((message) => (message.embeds[0]?.description ?? '').includes('is looking at it')),
    );
  });

  it('whose answer Discord does not take any more has its effect all the same', async () => {
    const card = await aCard({ server: { acknowledgeMs: 200 } });
    card.place.server.failNext('POST /interactions/:interaction/:token/callback', 404, 1);
    card.place.server.failNext('POST /webhooks/:application/:token', 401, 1);
    await card.press('unsure', card.place.moderator);
    await until('the mark', () => card.says().includes('could not tell'));
    expect(card.place.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
