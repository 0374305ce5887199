import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { aCard } from './a-card.js';
import { type ACommunity, until } from './a-community.js';

const description = (place: ACommunity) => place.cards()[0]?.embeds[0]?.description ?? '';

describe('the buttons of a card', () => {
  it('let a reader of the language confirm, and the card shows who', async () => {
    const { place, message, id } = await aCard();
    await place.server.press(message, `didbon:confirm:${id}`, place.reader);
    await until('the verdict', () => description(place).includes('Confirmed by'));
    expect(description(place)).toContain(`<@${place.reader}>`);
    expect(JSON.stringify(place.cards()[0]?.components)).toContain('"disabled":true');
  });

  it('answer privately that only readers of the language may confirm', async () => {
    const { place, message, id } = await aCard();
    const outcome = await place.server.press(message, `didbon:confirm:${id}`, place.moderator);
    expect(outcome.ephemeral[0]?.content).toContain('Only a reader of this language');
    expect(description(place)).not.toContain('Confirmed');
  });

  it('let any moderator mark a false alarm', async () => {
    const { place, message, id } = await aCard();
    await place.server.press(message, `didbon:false-alarm:${id}`, place.moderator);
    await until('the verdict', () => description(place).includes('False alarm by'));
  });

  it('answer privately to a member without a role', async () => {
    const { place, message, id } = await aCard();
    for (const action of ['confirm', 'false-alarm', 'why']) {
      const outcome = await place.server.press(message, `didbon:${action}:${id}`, place.member);
      expect(outcome.ephemeral[0]?.content).toContain('Only members with a moderator or reader role');
    }
  });

  it('decide once when two press at the same time', async () => {
    const { place, message, id } = await aCard();
    await Promise.all([
      place.server.press(message, `didbon:confirm:${id}`, place.reader),
      place.server.press(message, `didbon:false-alarm:${id}`, place.moderator),
    ]);
    await until('the verdict', () => / by <@/.test(description(place)));
    expect(place.logged.filter((line) => line.includes('alert decided'))).toHaveLength(1);
  });

  it('tell the second presser who was faster', async () => {
    const { place, bot, message, id, told } = await aCard();
    await bot.store.alerts.decide(id, { kind: 'confirmed', by: toSnowflake(place.reader), at: new Date() });
    await place.server.press(message, `didbon:false-alarm:${id}`, place.moderator);
    await told(place.moderator, `Already decided: Confirmed by <@${place.reader}>`);
  });

  it.each([
    ['could not be acknowledged', 'POST /interactions/:interaction/:token/callback', 404],
    ['expired before it was answered', 'PATCH /webhooks/:application/:token/messages/:message', 404],
    ['expired before it was answered', 'PATCH /webhooks/:application/:token/messages/:message', 401],
  ])('count though the press %s (%s, %s), and the card shows it', async (_what, route, status) => {
    const unfit: string[] = [];
    const { place, bot, message, id } = await aCard({ server: { acknowledgeMs: 200 } }, (why) => void unfit.push(why));
    place.server.failNext(route, status, 1);
    await place.server.press(message, `didbon:confirm:${id}`, place.reader);
    await until('the verdict', () => description(place).includes('Confirmed by'));
    expect((await bot.store.alerts.find(id))?.verdict?.by).toBe(place.reader);
    expect(place.logged.filter((line) => line.includes('a press could not be answered')).length).toBeGreaterThan(0);
    expect(place.logged.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(unfit).toEqual([]);
  });

  it('explain privately what the card is about', async () => {
    const { place, message, id } = await aCard();
    const outcome = await place.server.press(message, `didbon:why:${id}`, place.moderator);
    expect(outcome.ephemeral[0]?.content).toContain('Why this was flagged');
    expect(outcome.ephemeral[0]?.content).toContain('join the group');
  });

  it('do nothing for an alert that is not held', async () => {
    const { place, message } = await aCard();
    const forged = place.server.post(place.moderators, place.member, 'x');
    expect(forged).not.toBe(message);
    const outcome = await place.server
      .press(message, 'didbon:confirm:00000000-0000-4000-8000-000000000000', place.reader)
      .catch(() => undefined);
    expect(outcome?.ephemeral[0]?.content ?? 'no longer held').toContain('no longer held');
  });

  it('take two people where no reader role is set', async () => {
    const { place, message, id } = await aCard({ community: { readerRoles: { tajik: [], uzbek: [], russian: [] } } });
    const first = await place.server.press(message, `didbon:confirm:${id}`, place.moderator);
    expect(first.ephemeral[0]?.content).toContain('a second person has to confirm');
    const again = await place.server.press(message, `didbon:confirm:${id}`, place.moderator);
    expect(again.ephemeral[0]?.content).toContain('You have confirmed already');
    const another = place.server.addMember(place.guild, 'Dilnoza', place.community.moderatorRoles);
    await place.server.press(message, `didbon:confirm:${id}`, another);
    await until('the verdict', () => description(place).includes('Confirmed by'));
  });
});
