import { describe, expect, it } from '@jest/globals';
import { type ACommunity, aCommunity, CALL, until } from './a-community.js';

async function aCard(text = CALL) {
  const place = await aCommunity();
  const bot = await place.startBot();
  place.server.post(place.general, place.member, text);
  await until('a card', () => place.cards().length === 1);
  await bot.app.idle();
  const id = /didbon:confirm:([\w-]+)/.exec(JSON.stringify(place.cards()[0]?.components))?.[1] ?? '';
  return { place, bot, card: place.cards()[0]?.id ?? '', id };
}

const undecided = (place: ACommunity) => !JSON.stringify(place.cards()).includes('"disabled":true');

describe('a forged press', () => {
  it.each([
    ['of an alert that is not there', 'didbon:confirm:0a1b2c3d-0000-4000-8000-000000000001'],
    ['of an alert without an id', 'didbon:confirm:'],
    ['with a statement for the database', "didbon:confirm:' or 1=1 --"],
    ['of an act that there is not', 'didbon:ban:{id}'],
    ['with more behind the id', 'didbon:confirm:{id}:{id}'],
    ['in other letters', 'DIDBON:CONFIRM:{id}'],
    ['of another bot', 'other:confirm:{id}'],
  ])('%s does nothing, and the bot goes on', async (_what, forged) => {
    const { place, bot, card, id } = await aCard();
    void place.server.press(card, forged.replaceAll('{id}', id), place.reader).catch(() => undefined);
    const outcome = await place.server.press(card, `didbon:why:${id}`, place.reader);
    expect(outcome.ephemeral[0]?.content).toContain('Why this was flagged');
    await bot.app.idle();
    expect((await bot.store.alerts.find(id))?.verdict).toBeUndefined();
    expect(undecided(place)).toBe(true);
    expect(await bot.store.audit.read(place.community.guildId, { limit: 5 })).toEqual([]);
  });

  it('in another community does not reach an alert of this one', async () => {
    const { place, bot, id } = await aCard();
    const elsewhere = place.server.addGuild('Elsewhere');
    const channel = place.server.addChannel(elsewhere, 'general');
    const stranger = place.server.addMember(elsewhere, 'Stranger');
    const bait = place.server.post(channel, stranger, 'hello');
    void place.server.press(bait, `didbon:false-alarm:${id}`, stranger).catch(() => undefined);
    place.server.post(place.general, place.member, 'салом');
    await until('the message after it', async () => (await bot.store.counts.total(place.community.guildId)) === 2);
    await bot.app.idle();
    expect((await bot.store.alerts.find(id))?.verdict).toBeUndefined();
  });
});

describe('a hostile text', () => {
  const HOSTILE = `${CALL} @everyone <@&1> <@2> <#3> discord.gg/abc https://example.org [x](https://example.org) ||** \`\`\` \n# x`;

  it('stands on the card without a ping, a link, an invite or markup that works', async () => {
    const { place } = await aCard(HOSTILE);
    const [card] = place.cards();
    const text = card?.embeds[0]?.description ?? '';
    expect(card?.content).toBe('');
    expect([card?.mentions, card?.mention_roles, card?.mention_everyone]).toEqual([[], [], false]);
    expect(text).not.toMatch(/@everyone|(?<!\\)<[@#]|discord\.gg|https:\/\/|(?<!\\)\[|(?<!\\)`|(?<!\\)\*/);
    // The spoiler of the card itself, and no other.
    expect(text.match(/(?<!\\)\|\|/g)).toHaveLength(2);
  });
});
