import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { type ACard, aCard } from './a-card.js';
import { until } from './a-community.js';

const invitations = ({ place }: ACard) =>
  place.cards().filter((message) => message.embeds[0]?.title === 'A second opinion is wanted');

/** A card that a reader has confirmed, with a second opinion due at once instead of a day later. */
async function askedTwice(): Promise<ACard> {
  const card = await aCard();
  const by = toSnowflake(card.place.reader);
  await card.bot.store.alerts.decide(card.id, { kind: 'confirmed', by, at: new Date() }, new Date());
  await card.bot.close();
  const bot = await card.place.startBot();
  await until('the invitation', () => invitations(card).length === 1);
  return { ...card, bot };
}

async function look(card: ACard, by: string): Promise<string> {
  await card.place.server.press(invitations(card)[0]?.id ?? '', `didbon:second-look:${card.id}`, by);
  await card.told(by, '');
  return card.place.server.toldPrivately(by).at(-1)?.id ?? '';
}

describe('a second opinion', () => {
  it('falls due a day after the verdict for the share of alerts that the settings name', async () => {
    const card = await aCard({ community: { secondReviewShare: 1 } });
    await card.press('confirm', card.place.reader);
    const { guildId } = card.place.community;
    const due = (hours: number) =>
      card.bot.store.secondReviews.due(guildId, new Date(Date.now() + hours * 3_600_000), 1);
    await until('it to be due a day later', async () => (await due(25)).length === 1);
    expect(await due(23)).toEqual([]);
    expect(invitations(card)).toHaveLength(0);
  });

  it('is asked of another reader, shows them the text and not the first verdict, and both are kept', async () => {
    const card = await askedTwice();
    const another = card.place.server.addMember(card.place.guild, 'Dilnoza', card.place.community.readerRoles.tajik);
    expect(JSON.stringify(invitations(card))).not.toMatch(/Confirmed|ДИИШ/);
    const shown = await look(card, another);
    const text = card.place.server.toldPrivately(another).at(-1)?.content ?? '';
    expect(text).toContain('ДИИШ');
    expect(text).not.toContain('Confirmed');
    await card.place.server.press(shown, `didbon:second-false-alarm:${card.id}`, another);
    await card.told(another, 'your opinion is noted');
    await until('the invitation to be settled', () =>
      (invitations(card)[0]?.embeds[0]?.description ?? '').includes('This is settled'),
    );
    expect(invitations(card)[0]?.components).toEqual([]);
    const ever = { from: new Date(0), to: new Date(Date.now() + 100 * 3_600_000) };
    const { guildId } = card.place.community;
    expect(await card.bot.store.secondReviews.pairs(guildId, ever)).toEqual([
      { first: 'confirmed', second: 'false-alarm' },
    ]);
    expect((await card.bot.store.alerts.find(card.id))?.verdict?.kind).toBe('confirmed');
  });

  it('does not come from who gave the first, nor from somebody who cannot read the language', async () => {
    const card = await askedTwice();
    await look(card, card.place.reader);
    await card.told(card.place.reader, 'You gave the first opinion');
    await look(card, card.place.moderator);
    await card.told(card.place.moderator, 'Only a reader of this language');
  });

  it('is invited to once, also when the bot starts anew', async () => {
    const card = await askedTwice();
    await card.bot.close();
    const again = await card.place.startBot();
    await again.app.idle();
    expect(invitations(card)).toHaveLength(1);
  });
});
