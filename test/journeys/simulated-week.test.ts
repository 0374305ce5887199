import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import type { APIMessage } from 'discord-api-types/v10';
import type { Bot } from '../../src/compose/open-bot.js';
import { createdAt, toSnowflake } from '../../src/domain/snowflake.js';
import { publishPack } from '../../src/publish/publish-pack.js';
import { rollBackPack } from '../../src/publish/roll-back-pack.js';
import { type APublishedStore, addVerb, aPublishedStore } from '../publish/a-published-store.js';
import { type ACommunity, aCommunity } from './a-community.js';
import { type SimulatedTime, simulatedTime } from './simulated-time.js';
import { aWeekOfMessages, CAMPAIGNS, COPIES, type Line, MESSAGES, NEW_VERB } from './week-of-messages.js';

const POST = 'POST /channels/:channel/messages';
const EDIT = 'PATCH /channels/:channel/messages/:message';
const HOUR_MS = 3_600_000;
const ZONE = 'Europe/Berlin';
/** Midnight there, in winter time. A week later it is summer time, and nine o'clock comes an hour sooner. */
const MONDAY = new Date('2026-03-23T00:00:00+01:00');
const FIRST_NINE = new Date('2026-03-23T09:00:00+01:00');
const NEXT_NINE = new Date('2026-03-30T09:00:00+02:00');
const HOURS = (NEXT_NINE.getTime() - MONDAY.getTime()) / HOUR_MS;
/** When the moderators look in, hours of a day. */
const LOOKS = [10, 16, 22];

const at = (hour: number): Date => new Date(MONDAY.getTime() + Math.round(hour * HOUR_MS));

interface Week {
  readonly place: ACommunity;
  readonly time: SimulatedTime;
  readonly office: APublishedStore;
  readonly channels: readonly string[];
  start(): Promise<Bot>;
}

async function aWatchedWeek(): Promise<Week> {
  const time = simulatedTime(MONDAY);
  const [place, office] = [await aCommunity({ server: { clock: time.clock } }), await aPublishedStore()];
  const { readerRoles, guildId } = place.community;
  const community = {
    ...place.community,
    campaignHours: 24,
    timezone: ZONE,
    readerRoles: { ...readerRoles, russian: readerRoles.tajik },
    schedules: { catchUp: '0 */6 * * *', weeklyReport: '0 9 * * mon', retention: '30 3 * * *' },
  };
  const channels = [
    place.general,
    ...['кор', 'роҳ', 'футбол'].map((name) => place.server.addChannel(place.guild, name)),
  ];
  const start = () =>
    place.startBot({
      assess: { workingCopy: office.folder },
      communities: new Map([[guildId, community]]),
      readingPerSecond: 10_000,
      clock: time.clock,
      schedule: time.schedule(),
    });
  return { place, time, office, channels, start };
}

/** Lets time pass from one hour to another: people write, moderators look in, and after each hour all is done that can be. */
async function pass(week: Week, bot: Bot, lines: readonly Line[], from: number, to: number): Promise<void> {
  const { place, time, channels } = week;
  for (let hour = from; hour < to; hour += 1) {
    for (const line of lines.filter((one) => Math.floor(one.hour) === hour)) {
      time.set(at(line.hour));
      place.server.post(channels[line.channel] ?? '', place.member, line.text);
    }
    await readUntil(bot, place, lines.filter((one) => one.hour < hour + 1).length);
    await time.comeRoundAt(at(hour + 1));
    await bot.app.idle();
    if (LOOKS.includes((hour + 1) % 24)) await lookIn(place, bot);
  }
}

async function readUntil(bot: Bot, { community }: ACommunity, messages: number): Promise<void> {
  while ((await bot.store.counts.total(community.guildId)) < messages) await pause(5);
  await bot.app.idle();
}

/** A reader confirms what is open, and a moderator calls every third card a false alarm. */
async function lookIn(place: ACommunity, bot: Bot): Promise<void> {
  for (const card of alertCards(place).filter((one) => !isDecided(one))) {
    const isFalse = numberOf(card) % 3 === 0;
    const [action, by] = isFalse ? (['false-alarm', place.moderator] as const) : (['confirm', place.reader] as const);
    await place.server.press(card.id, buttonOf(card, action), by);
    await bot.app.idle();
  }
}

const buttonOf = (card: APIMessage, action: string) =>
  new RegExp(`didbon:${action}:[\\w-]+`).exec(JSON.stringify(card.components))?.[0] ?? '';
const says = (card: APIMessage) => card.embeds[0]?.description ?? '';
const isDecided = (card: APIMessage) => /Confirmed by|False alarm by/.test(says(card));
const numberOf = (card: APIMessage) => Number(/^#(\d+)/.exec(card.embeds[0]?.footer?.text ?? '')?.[1]);
const copiesOn = (card: APIMessage) => Number(/Messages: (\d+)/.exec(says(card))?.[1] ?? 1);
const alertCards = (place: ACommunity) => place.cards().filter((card) => buttonOf(card, 'why') !== '');
const reports = (place: ACommunity) => place.cards().filter((card) => card.embeds[0]?.title === 'Weekly report');
const postedAt = (card: APIMessage | undefined) => createdAt(toSnowflake(card?.id ?? '0'));

it('a week of three thousand messages ends in one report, on Monday at nine', async () => {
  const week = await aWatchedWeek();
  const { place, office, time } = week;
  const lines = aWeekOfMessages();
  const said = (store: Bot['store']) => ({ store, clock: time.clock });
  const publish = (store: Bot['store']) =>
    publishPack({ folder: office.folder, by: 'Zarina', why: 'the week', secondApprover: false }, said(store));

  const first = await week.start();
  await publish(first.store);
  await pass(week, first, lines, 0, NEW_VERB.from);
  addVerb(office);
  await publish(first.store);
  await pass(week, first, lines, NEW_VERB.from, NEW_VERB.to);
  await rollBackPack({ hash: undefined, by: 'Olim', why: 'the week' }, said(first.store));
  await pass(week, first, lines, NEW_VERB.to, 100);
  await first.close();

  const second = await week.start();
  await pass(week, second, lines, 100, HOURS - 1);
  // The week before the bot came was empty, and its Monday said so.
  expect(reports(place).map(postedAt)).toEqual([FIRST_NINE]);
  await pass(week, second, lines, HOURS - 1, HOURS);
  expect(reports(place).map(postedAt)).toEqual([FIRST_NINE, NEXT_NINE]);
  await second.close();
  const third = await week.start();
  await pass(week, third, lines, HOURS, HOURS + 3);
  expect(reports(place)).toHaveLength(2);

  const [empty, report] = reports(place);
  expect(JSON.stringify(empty?.embeds)).toContain('Nothing was read this week');
  expect(report?.attachments).toMatchObject([{ content_type: 'image/png' }]);
  const words = JSON.stringify(report?.embeds);
  expect(words).toContain('2026-03-23 – 2026-03-29 (Europe/Berlin)');
  expect(words).toContain(`assessed: ${MESSAGES}`);
  expect(words).toContain(`campaigns: ${CAMPAIGNS}, messages in them: ${COPIES}`);
  expect(words).toContain('not decided yet: 0');

  // One card a campaign, and one for the wording that was not on it when it was decided.
  const cards = alertCards(place);
  expect(cards).toHaveLength(2 * CAMPAIGNS);
  expect(cards.reduce((sum, card) => sum + copiesOn(card), 0)).toBe(COPIES);
  expect(cards.filter((card) => says(card).includes('примкни'))).toHaveLength(2);
  expect(place.server.requests().byRoute[POST]?.total).toBe(cards.length + 2);
  expect(place.server.requests().byRoute[EDIT]?.total).toBeLessThan(COPIES);
  const events = (await third.store.audit.read(undefined, { limit: 10 })).map(({ action }) => action);
  expect(events).toEqual(['publish', 'publish', 'rollback']);
  expect(place.logged.filter((line) => line.startsWith('error'))).toEqual([]);
}, 600_000);
