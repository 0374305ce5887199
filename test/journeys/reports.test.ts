import { describe, expect, it } from '@jest/globals';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { systemClock } from '../../src/adapters/system/clock.js';
import type { Clock } from '../../src/ports/clock.js';
import { daysBefore } from '../../src/report/period.js';
import { reportId } from '../../src/report/report-id.js';
import { aCommunity, CHAT, until } from './a-community.js';

const POST = 'POST /channels/:channel/messages';
const DAY_MS = 86_400_000;
/** The day is in the middle, whenever this runs: what is about days must not fail around midnight. */
const NOON_NOW = atNoon();

function atNoon(): Clock {
  const ahead = new Date().setUTCHours(12, 0, 0, 0) - Date.now();
  return { ...systemClock, now: () => new Date(Date.now() + ahead) };
}

const earlier = (days: number): Clock => ({
  ...systemClock,
  now: () => new Date(NOON_NOW.now().getTime() - days * DAY_MS),
});

/** Long enough for anything that would be posted twice to come. */
async function aMoment(): Promise<void> {
  const later = Date.now() + 1_500;
  await until('a moment later', () => Date.now() > later);
}

describe('a weekly report', () => {
  it('that Discord did not take is posted by the next bot, once', async () => {
    const place = await aCommunity();
    const { guildId, schedules } = place.community;
    const always = { ...place.community, schedules: { ...schedules, weeklyReport: '* * * * * *' } };
    place.server.failNext(POST, 503, 100);
    const first = await place.startBot({ communities: new Map([[guildId, always]]) });
    await until('the complaint', () => place.logged.some((line) => line.includes('a scheduled task failed')));
    await first.close();
    place.server.clearFailures();
    expect(place.cards()).toEqual([]);

    const second = await place.startBot();
    await until('the report', () => place.cards().length === 1);
    await second.app.idle();
    await second.close();
    const third = await place.startBot();
    await third.app.idle();
    expect(place.cards()).toHaveLength(1);
  });

  it.each([
    ['brings its charts as a picture', undefined, 1],
    ['goes out in words where the bot may not attach files', PermissionFlagsBits.AttachFiles, 0],
  ])('%s', async (_name, denied, pictures) => {
    const place = await aCommunity({ server: { clock: NOON_NOW } });
    const { guildId, schedules } = place.community;
    if (denied !== undefined)
      place.server.setOverwrite(place.moderators, { id: place.guild, type: 'role', deny: denied });
    const bot = await place.startBot({ clock: NOON_NOW });
    place.server.post(place.general, place.member, CHAT);
    await until('the message', async () => (await bot.store.counts.total(guildId)) === 1);
    const tomorrow = earlier(-1).now().toISOString().slice(0, 10);
    await bot.store.reportPosts.claim(
      guildId,
      reportId({ from: daysBefore(tomorrow, 7, 'UTC').from }, place.community),
      NOON_NOW.now(),
    );
    await bot.close();
    const often = { ...place.community, schedules: { ...schedules, catchUp: '* * * * * *' } };
    await place.startBot({ communities: new Map([[guildId, often]]), clock: NOON_NOW });
    await until('the report', () => place.cards().length === 1);
    const [card] = place.cards();
    expect(card?.attachments).toHaveLength(pictures);
    expect(card?.embeds[0]?.title).toBe('Weekly report');
  });

  it('that Discord did not take is posted while the bot runs on', async () => {
    const place = await aCommunity();
    const { guildId, schedules } = place.community;
    const change = { communities: new Map([[guildId, { ...place.community, schedules }]]) };
    const first = await place.startBot(change);
    await first.store.reportPosts.claim(guildId, `2026-05-04-week-${guildId}`, new Date());
    await first.close();
    place.server.failNext(POST, 503, 100);
    const often = { ...place.community, schedules: { ...schedules, catchUp: '* * * * * *' } };
    await place.startBot({ communities: new Map([[guildId, often]]) });
    await until('the complaint', () => place.logged.some((line) => line.includes('could not be posted for now')));
    place.server.clearFailures();
    await until('the report', () => place.cards().length === 1);
    await aMoment();
    expect(place.cards()).toHaveLength(1);
  });

  it('whose time came while the bot was down is made up at the next start, once', async () => {
    const place = await aCommunity({ server: { clock: earlier(3) } });
    const { guildId, schedules } = place.community;
    const daily = { ...place.community, schedules: { ...schedules, weeklyReport: '0 0 * * *' } };
    const change = { communities: new Map([[guildId, daily]]), clock: NOON_NOW };
    const first = await place.startBot(change);
    await first.app.idle();
    place.server.post(place.general, place.member, CHAT);
    await until('the message', async () => (await first.store.counts.total(guildId)) === 1);
    await first.close();
    expect(place.cards()).toEqual([]);

    const second = await place.startBot(change);
    await until('the report', () => place.cards().length === 1);
    await second.close();
    const third = await place.startBot(change);
    await third.app.idle();
    expect(place.cards()).toHaveLength(1);
  });

  it('is not made up for days in which the bot was not there', async () => {
    const place = await aCommunity({ server: { clock: NOON_NOW } });
    place.server.post(place.general, place.member, CHAT);
    const { guildId, schedules } = place.community;
    const daily = { ...place.community, schedules: { ...schedules, weeklyReport: '0 0 * * *' } };
    const bot = await place.startBot({ communities: new Map([[guildId, daily]]), clock: NOON_NOW });
    await bot.app.idle();
    expect(await bot.store.reportPosts.list(guildId)).toEqual([]);
    expect(place.cards()).toEqual([]);
  });
});
