import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/adapters/system/clock.js';
import type { Bot } from '../../src/compose/open-bot.js';
import { openHistory } from '../../src/compose/open-history.js';
import { judgeInForce, judgeOfFolder } from '../../src/publish/open-judges.js';
import { publishPack } from '../../src/publish/publish-pack.js';
import type { PublishParts } from '../../src/publish/publish-parts.js';
import { readPast } from '../../src/publish/read-past.js';
import { rollBackPack } from '../../src/publish/roll-back-pack.js';
import { startShadow } from '../../src/publish/start-shadow.js';
import { addVerb, aPublishedStore, NEW_CALL, OLD_CALL, tradeVerbs } from '../publish/a-published-store.js';
import { type ACommunity, aCommunity, CHAT, until } from './a-community.js';

/** A community, and a bot that works with the pack in a folder until something is published. */
async function aWatchedCommunity() {
  const [place, office] = [await aCommunity(), await aPublishedStore()];
  const start = () => place.startBot({ assess: { workingCopy: office.folder } });
  const bot = await start();
  const partsOf = ({ store }: Bot): PublishParts => ({ store, clock: systemClock });
  const publish = () =>
    publishPack({ folder: office.folder, by: 'Zarina', why: 'test', secondApprover: false }, partsOf(bot));
  const say = (text: string) => place.server.post(place.general, place.member, text);
  return { place, office, bot, start, publish, say, parts: partsOf(bot) };
}

const read = (place: ACommunity, bot: Bot, count: number) =>
  until(`${count} messages`, async () => (await bot.store.counts.total(place.community.guildId)) === count);

describe('a running bot', () => {
  it('works with what was published from the next message on, and with the version before after a rollback', async () => {
    const { place, office, bot, publish, say, parts } = await aWatchedCommunity();
    await publish();
    addVerb(office);
    say(NEW_CALL);
    await read(place, bot, 1);
    expect(place.cards()).toHaveLength(0);

    await publish();
    await bot.refreshPack();
    say(`${NEW_CALL} 2`);
    await until('a card', () => place.cards().length === 1);
    await rollBackPack({ hash: undefined, by: 'Olim', why: 'test' }, parts);
    await bot.refreshPack();
    say(`${NEW_CALL} 3`);
    say(OLD_CALL);
    await until('a card by the old pack', () => place.cards().length === 2);
    expect(
      place
        .cards()
        .map((card) => JSON.stringify(card.embeds))
        .join(),
    ).not.toContain(`${NEW_CALL} 3`);
  });

  it('scores with a shadow beside it, also after a restart, and posts no card for it', async () => {
    const { place, office, bot, start, publish, say, parts } = await aWatchedCommunity();
    await publish();
    tradeVerbs(office);
    await startShadow(judgeOfFolder(office.folder), await judgeInForce(parts), { ...parts, newId: () => 'one' });
    await bot.refreshPack();
    const gained = say(NEW_CALL);
    say(CHAT);
    await read(place, bot, 2);
    await bot.app.idle();
    await bot.close();

    const second = await start();
    say(OLD_CALL);
    await read(place, second, 3);
    await until('the card of the pack in force', () => place.cards().length === 1);
    await second.app.idle();
    const [trial] = await second.store.packTrials.list();
    expect(trial).toMatchObject({ compared: 3, gained: 1, lost: 1, moved: 0, endedAt: undefined });
    const links = (await second.store.packTrials.differences('one')).map(({ link }) => link);
    expect(links).toContain(`https://discord.com/channels/${place.guild}/${place.general}/${gained}`);
  });

  it('ends a shadow when another pack is published', async () => {
    const { office, bot, publish, parts } = await aWatchedCommunity();
    await publish();
    tradeVerbs(office);
    await startShadow(judgeOfFolder(office.folder), await judgeInForce(parts), { ...parts, newId: () => 'one' });
    const again = startShadow(judgeOfFolder(office.folder), await judgeInForce(parts), {
      ...parts,
      newId: () => 'two',
    });
    await expect(again).rejects.toThrow('runs already; stop it first');
    await publish();
    expect(await bot.store.packTrials.running()).toBeUndefined();
  });
});

describe('the past, read beside the running bot', () => {
  it('is that of the watched channels alone, whole, and leaves the coverage ledger as it is', async () => {
    const place = await aCommunity();
    for (let n = 0; n < 230; n += 1) place.server.post(place.general, place.member, `${CHAT} ${n}`);
    place.server.post(place.moderators, place.moderator, OLD_CALL);
    const open = await openHistory(place.server.token, place.server.apiUrl);
    try {
      const parts = { ...open, clock: { ...systemClock, sleep: async () => undefined }, onRefused: () => undefined };
      const texts: string[] = [];
      for await (const page of readPast(place.community, new Date(0), parts, new AbortController().signal))
        texts.push(...page.map(({ text }) => text));
      expect(texts).toEqual(Array.from({ length: 230 }, (_, n) => `${CHAT} ${n}`));
    } finally {
      await open.close();
    }
  });

  it('ends at once when it is broken off', async () => {
    const place = await aCommunity();
    for (let n = 0; n < 230; n += 1) place.server.post(place.general, place.member, `${CHAT} ${n}`);
    const open = await openHistory(place.server.token, place.server.apiUrl);
    try {
      const stop = new AbortController();
      let pages = 0;
      const parts = { ...open, clock: systemClock, onRefused: () => undefined };
      for await (const _page of readPast(place.community, new Date(0), parts, stop.signal)) {
        pages += 1;
        stop.abort();
      }
      expect(pages).toBe(1);
    } finally {
      await open.close();
    }
  });
});
