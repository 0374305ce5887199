import { expect, it } from '@jest/globals';
import { aCommunity, CALL, until } from './a-community.js';
import { simulatedTime } from './simulated-time.js';

const HOUR_MS = 3_600_000;
const START = new Date('2026-03-24T10:00:00Z');
const after = (hours: number): Date => new Date(START.getTime() + hours * HOUR_MS);

it.each([
  ['back by an hour', -1],
  ['on by a minute more than the lease holds', 0.026],
  ['on by three days', 72],
])('a clock that jumps %s stops no bot, and loses and doubles no card', async (_name, hours) => {
  const time = simulatedTime(START);
  // Discord's own clock does not jump with ours.
  const place = await aCommunity();
  const unfit: string[] = [];
  const bot = await place.startBot({
    clock: time.clock,
    schedule: time.schedule(),
    onUnfit: (why) => void unfit.push(why),
  });
  place.server.post(place.general, place.member, CALL);
  await until('a card', () => place.cards().length === 1);
  await time.comeRoundAt(after(hours));
  place.server.post(place.general, place.member, `${CALL} 2`);
  await until('the second card', () => place.cards().length === 2);
  const [first] = place.cards();
  await place.server.press(first?.id ?? '', buttonIn(JSON.stringify(first?.components)), place.moderator);
  await until('the verdict', () => JSON.stringify(place.cards()[0]?.embeds).includes('False alarm'));
  await time.comeRoundAt(after(hours + 1));
  await bot.app.idle();
  expect(place.cards()).toHaveLength(2);
  expect(unfit).toEqual([]);
  expect(await bot.store.counts.total(place.community.guildId)).toBe(2);
});

const buttonIn = (components: string): string => /didbon:false-alarm:[\w-]+/.exec(components)?.[0] ?? '';
