import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { Bot } from '../../src/compose/open-bot.js';
import { type ACommunity, aCommunity, CALL, until } from './a-community.js';

const DAY_MS = 86_400_000;

/** Makes every flag look as if it had been made days ago. */
function age(place: ACommunity, days: number): void {
  const database = new Database(join(place.folder, 'data', 'didbon.sqlite'));
  database.prepare('update flag set flagged_at = ?').run(Date.now() - days * DAY_MS);
  database.close();
}

/** A community that had an alert days ago, its bot stopped. */
async function anAlertOf(days: number): Promise<ACommunity> {
  const place = await aCommunity();
  const bot = await place.startBot();
  place.server.post(place.general, place.member, CALL);
  await until('a card', () => place.cards().length === 1);
  await bot.app.idle();
  await bot.close();
  age(place, days);
  return place;
}

/** Both bots have come to rest: what had to be erased is. */
async function started(place: ACommunity, change: Parameters<ACommunity['startBot']>[0] = {}): Promise<Bot> {
  const bot = await place.startBot(change);
  await bot.app.idle();
  return bot;
}

const shown = (place: ACommunity) => JSON.stringify(place.cards());
const erasures = (place: ACommunity) => place.logged.filter((line) => line.includes('past their time were erased'));

describe('retention', () => {
  it('erases what went past its time while the bot was down, from the store and from the card', async () => {
    const place = await anAlertOf(31);
    expect(shown(place)).toContain('ҳамроҳ');
    await started(place);
    await until('the card without its text', () => !shown(place).includes('ҳамроҳ'));
    expect(erasures(place)).toHaveLength(1);
  });

  it('leaves what has time left', async () => {
    const place = await anAlertOf(29);
    await started(place);
    expect(erasures(place)).toEqual([]);
    expect(shown(place)).toContain('ҳамроҳ');
  });

  it('goes by the settings of the community', async () => {
    const place = await anAlertOf(8);
    const { guildId, retention } = place.community;
    const strict = { ...place.community, retention: { ...retention, textDays: 7 } };
    await started(place, { communities: new Map([[guildId, strict]]) });
    await until('the card without its text', () => !shown(place).includes('ҳамроҳ'));
  });

  it('erases also of a community that was taken out of the settings, from the store and from the card', async () => {
    const place = await anAlertOf(31);
    await started(place, { communities: new Map() });
    await until('the card without its text', () => !shown(place).includes('ҳамроҳ'));
    expect(erasures(place)).toHaveLength(1);
  });

  it('erases of a community that the bot was thrown out of, though its card cannot be edited', async () => {
    const place = await anAlertOf(31);
    place.server.removeGuild(place.guild);
    const bot = await started(place, { communities: new Map() });
    await until('the erasure', () => erasures(place).length === 1);
    await bot.app.idle();
    expect(await bot.store.staleCards.list(place.community.guildId, 5)).toEqual([]);
  });

  it('comes round by its schedule', async () => {
    const place = await aCommunity();
    const schedules = { ...place.community.schedules, retention: '* * * * * *' };
    const bot = await place.startBot({
      communities: new Map([[place.community.guildId, { ...place.community, schedules }]]),
    });
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    await bot.app.idle();
    age(place, 31);
    await until('the card without its text', () => !shown(place).includes('ҳамроҳ'));
  });
});
