import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { forgetUser } from '../../src/retention/forget-user.js';
import { openStore } from '../../src/store/open-store.js';
import { type ACommunity, aCommunity, CALL, CHAT, until } from './a-community.js';

const shown = (place: ACommunity) => JSON.stringify(place.cards());

/** A community with a card about its member, its bot running. */
async function aCard(change: Parameters<typeof aCommunity>[0] = {}) {
  const place = await aCommunity(change);
  const bot = await place.startBot();
  const message = place.server.post(place.general, place.member, CALL);
  await until('a card', () => place.cards().length === 1);
  await bot.app.idle();
  return { place, bot, message };
}

/** The store of the community's bot, as a command line beside it opens it. */
function openBeside(place: ACommunity) {
  return openStore({
    database: { kind: 'sqlite', file: join(place.folder, 'data', 'didbon.sqlite') },
    key: { kind: 'file', path: join(place.folder, 'key') },
  });
}

describe('forgetting a member', () => {
  it('takes text and names from the card, also where a command line beside the bot does it', async () => {
    const schedules = { catchUp: '* * * * * *', weeklyReport: '0 9 * * mon', retention: '30 3 * * *' };
    const { place, message } = await aCard({ community: { schedules } });
    const beside = await openBeside(place);
    const erased = await forgetUser(
      { guildId: place.community.guildId, userId: toSnowflake(place.member), actor: toSnowflake(place.moderator) },
      { erasure: beside.erasure, wakeAlerts: () => {}, clock: { now: () => new Date(), sleep: async () => {} } },
    );
    await beside.close();
    expect(erased).toEqual({ flags: 1, cards: 1, names: 0 });
    await until('the card without its text', () => !shown(place).includes('ҳамроҳ'));
    for (const id of [place.member, message]) expect(shown(place)).not.toContain(id);
  });

  it('is not undone by the reading for edits after a restart', async () => {
    const { place, bot } = await aCard();
    await bot.store.erasure.forget({
      guildId: place.community.guildId,
      kind: 'user',
      id: toSnowflake(place.member),
      actor: 'operator',
      at: new Date(),
    });
    await bot.close();
    place.server.post(place.general, place.reader, CHAT);
    const next = await place.startBot();
    await until('the new message', async () => (await next.store.counts.total(place.community.guildId)) === 2);
    await next.app.idle();
    expect(place.cards()).toHaveLength(1);
    expect(shown(place)).not.toContain('ҳамроҳ');
  });
});

describe('a community that removes the bot', () => {
  const soon = { deletedTextHours: 72, textDays: 30, confirmedDays: 180, countsDays: 400, auditDays: 730 };

  it('is forgotten at once where no days are given', async () => {
    const { place, bot } = await aCard({ community: { retention: { ...soon, leftDays: 0 } } });
    place.server.removeGuild(place.guild);
    await until('nothing to be kept', async () => (await bot.store.flags.communities()).length === 0);
    expect(await bot.store.counts.total(place.community.guildId)).toBe(0);
    expect(await bot.store.audit.read(undefined, { limit: 5 })).toMatchObject([
      { action: 'erase', actor: 'didbon', detail: { because: 'left', flags: 1 } },
    ]);
  });

  it('keeps what it has for some days, also when it did so while the bot was down', async () => {
    const { place, bot } = await aCard();
    await bot.close();
    place.server.removeGuild(place.guild);
    const next = await place.startBot();
    const { guildId } = place.community;
    await until('the note', async () => (await next.store.erasure.leftAt(guildId)) !== undefined);
    expect((await next.store.erasure.held(guildId, toSnowflake(place.member))).flags).toHaveLength(1);
  });

  it('loses nothing by an outage of Discord', async () => {
    const { place, bot } = await aCard({ community: { retention: { ...soon, leftDays: 0 } } });
    place.server.removeGuild(place.guild, { unavailable: true });
    place.server.restoreGuild(place.guild);
    place.server.post(place.general, place.member, CHAT);
    await until('the next message', async () => (await bot.store.counts.total(place.community.guildId)) === 2);
    expect(await bot.store.erasure.leftAt(place.community.guildId)).toBeUndefined();
  });
});
