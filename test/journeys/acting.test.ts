import { describe, expect, it, test } from '@jest/globals';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type ACard, aCard, BOT_RIGHTS, empower } from './a-card.js';
import { CALL, until } from './a-community.js';

/** Gives the moderator a role that may delete and time out, below the bot's. */
function trust({ place }: ACard, permissions = BOT_RIGHTS): string {
  const role = place.server.addRole(place.guild, 'Trusted', permissions);
  place.server.setRoles(place.guild, place.moderator, [role, ...place.community.moderatorRoles]);
  return role;
}

const isThere = ({ place, about }: ACard) => place.server.messages(place.general).some(({ id }) => id === about);
const timedOut = ({ place }: ACard) => place.server.member(place.guild, place.member)?.timedOutUntilMs;

/** Chooses an entry and presses the button of the question that comes back. */
async function insist(card: ACard, entry: string, button: string, by: string): Promise<void> {
  await card.choose(entry, by);
  const question = () =>
    card.place.server.toldPrivately(by).find((message) => JSON.stringify(message.components).includes(button));
  await until('the question', () => question() !== undefined);
  await card.place.server.press(question()?.id ?? '', `didbon:${button}:${card.id}`, by);
}

describe('Delete message', () => {
  it('asks again, and deletes only then; the card says that the message is gone', async () => {
    const card = await aCard();
    trust(card);
    empower(card);
    await card.choose('delete-message', card.place.moderator);
    await card.told(
      card.place.moderator,
      `Delete the message in <#${card.place.general}>? The text on the card goes 72 hours`,
    );
    expect(isThere(card)).toBe(true);
    await insist(card, 'delete-message', 'delete-now', card.place.moderator);
    await card.told(card.place.moderator, 'The message is deleted.');
    expect(isThere(card)).toBe(false);
    await until('the card', () => card.says().includes('Deleted in Discord'));
    expect(await card.history()).toEqual(['message-deleted']);
    expect(card.place.logged.some((line) => line.includes('acted for a moderator'))).toBe(true);
  });

  it('on the card of a campaign says that it is about the one shown, and where the others stay', async () => {
    const card = await aCard({ community: { campaignHours: 24 } });
    const { server, guild, member, moderator } = card.place;
    const other = server.addChannel(guild, 'кор');
    const copies = [1, 2].map(() => server.post(other, member, CALL));
    await until('the copies', async () => (await card.bot.store.alerts.find(card.id))?.campaign?.copies === 3);
    await card.choose('delete-message', moderator);
    await card.told(moderator, 'The card stands for 3 messages; this is about the one that it shows.');
    const question = server.toldPrivately(moderator).at(-1)?.content ?? '';
    expect(question).toContain('The others stay where they are (2)');
    const link = copies.find((id) => question.includes(`/${guild}/${other}/${id}`));
    expect(question).toContain(`<#${other}> · [open](https://discord.com/channels/${guild}/${other}/${link}) × 2`);
    await card.choose('time-out', moderator);
    await card.told(moderator, 'Time out');
    expect(server.toldPrivately(moderator).at(-1)?.content).toContain('this is about the one that it shows');
  });

  it('needs the presser’s own permission in that channel', async () => {
    const card = await aCard();
    trust(card);
    empower(card);
    card.place.server.setOverwrite(card.place.general, {
      id: card.place.moderator,
      type: 'member',
      deny: PermissionFlagsBits.ManageMessages,
    });
    await insist(card, 'delete-message', 'delete-now', card.place.moderator);
    await card.told(card.place.moderator, 'You need Discord’s permission Manage Messages');
    expect(isThere(card)).toBe(true);
    expect(await card.history()).toEqual([]);
  });

  it('says so where the bot may not', async () => {
    const card = await aCard();
    trust(card);
    await insist(card, 'delete-message', 'delete-now', card.place.moderator);
    await card.told(card.place.moderator, 'The bot lacks the permission Manage Messages');
    expect(isThere(card)).toBe(true);
  });

  it('says so where the message is gone meanwhile', async () => {
    const card = await aCard();
    trust(card);
    empower(card);
    card.place.server.failNext('DELETE /channels/:channel/messages/:message', 404, 1);
    await insist(card, 'delete-message', 'delete-now', card.place.moderator);
    await card.told(card.place.moderator, 'is not there any more');
  });

  it('needs the role still when the button is pressed, not only when it was asked for', async () => {
    const card = await aCard();
    trust(card);
    empower(card);
    await card.choose('delete-message', card.place.moderator);
    await card.told(card.place.moderator, 'Delete the message');
    card.place.server.setRoles(card.place.guild, card.place.moderator, []);
    const question = card.place.server.toldPrivately(card.place.moderator).at(-1)?.id ?? '';
    await card.place.server.press(question, `didbon:delete-now:${card.id}`, card.place.moderator);
    await card.told(card.place.moderator, 'Only members with a moderator or reader role');
    expect(isThere(card)).toBe(true);
  });
});

describe('Time out author', () => {
  test.each([
    ['time-out-hour', 3_600_000],
    ['time-out-day', 86_400_000],
    ['time-out-week', 604_800_000],
  ])('asks for how long (%s), and does it', async (button, ms) => {
    const card = await aCard();
    trust(card);
    empower(card);
    const before = Date.now();
    await insist(card, 'time-out', button, card.place.moderator);
    await card.told(card.place.moderator, `<@${card.place.member}> is timed out until`);
    expect(timedOut(card)).toBeGreaterThanOrEqual(before + ms);
    expect(await card.history()).toEqual(['author-timed-out']);
  });

  it('needs the presser’s own permission', async () => {
    const card = await aCard();
    trust(card, PermissionFlagsBits.ManageMessages);
    empower(card);
    await insist(card, 'time-out', 'time-out-day', card.place.moderator);
    await card.told(card.place.moderator, 'You need Discord’s permission Moderate Members');
    expect(timedOut(card)).toBeUndefined();
  });

  it('is no way around the order of roles', async () => {
    const card = await aCard();
    trust(card);
    const high = card.place.server.addRole(card.place.guild, 'Above moderators');
    card.place.server.setRoles(card.place.guild, card.place.member, [high]);
    empower(card);
    await insist(card, 'time-out', 'time-out-day', card.place.moderator);
    await card.told(card.place.moderator, 'The author’s highest role is not below yours');
    expect(timedOut(card)).toBeUndefined();
  });

  it('says so where the author outranks the bot', async () => {
    const card = await aCard();
    empower(card);
    const high = card.place.server.addRole(card.place.guild, 'Above the bot');
    card.place.server.setRoles(card.place.guild, card.place.member, [high]);
    trust(card);
    await insist(card, 'time-out', 'time-out-day', card.place.moderator);
    await card.told(card.place.moderator, 'has a role that is not below the bot’s');
    expect(timedOut(card)).toBeUndefined();
  });

  it('says so where Discord refuses all the same', async () => {
    const card = await aCard();
    trust(card);
    empower(card);
    card.place.server.failNext('PATCH /guilds/:guild/members/:user', 403, 1);
    await insist(card, 'time-out', 'time-out-day', card.place.moderator);
    await card.told(card.place.moderator, 'Discord refused this. Nothing was done.');
    expect(await card.history()).toEqual([]);
  });
});
