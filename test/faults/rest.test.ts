import { describe, expect, it } from '@jest/globals';
import { type RestFault, rateLimited } from '../../src/sandbox/fault-proxy/rest-mishap.js';
import { aCommunity, CALL } from '../journeys/a-community.js';
import { type AFaultyCommunity, aFaultyCommunity, until } from './a-faulty-community.js';
import { itInSoak, itSurvives, itSurvivesInSoak } from './fault-table.js';
import { nothingLost } from './nothing-lost.js';

const READ_OR_POST = /\/channels\/\d+\/messages/;
const HISTORY = 'GET /channels/:channel/messages';
const VIEW = 1024n;

/** History that was written before the bot came, and what comes while it reads. */
async function readThrough(place: AFaultyCommunity, fault: RestFault) {
  await place.talk(230);
  place.proxy.rest(fault);
  const bot = await place.startBehindProxy();
  await place.talk(10);
  return await nothingLost(place, bot);
}

describe('messages and alerts', () => {
  for (const scope of ['user', 'shared', 'global'] as const)
    itSurvives(`limits (429, ${scope})`, (place) =>
      readThrough(place, ({ path }) =>
        READ_OR_POST.test(path) && place.chance() < 0.3 ? rateLimited(scope, 100) : undefined,
      ),
    );

  itSurvives('answers of 5xx, in bursts', (place) => {
    const burst = { left: 0 };
    return readThrough(place, ({ path }) => {
      if (burst.left === 0 && place.chance() < 0.1) burst.left = 4;
      if (burst.left === 0 || !READ_OR_POST.test(path)) return undefined;
      burst.left -= 1;
      return { kind: 'answer', status: place.chance() < 0.5 ? 503 : 500 };
    });
  });

  itSurvives('requests that are cut off, before and after they are carried out', (place) =>
    readThrough(place, ({ path }) =>
      READ_OR_POST.test(path) && place.chance() < 0.3
        ? { kind: place.chance() < 0.5 ? 'cut' : 'cut-after' }
        : undefined,
    ),
  );

  itSurvivesInSoak(
    'requests that nobody answers',
    (place) => {
      const left = { stalls: 2 };
      return readThrough(place, ({ path }) => {
        if (!READ_OR_POST.test(path) || left.stalls === 0) return undefined;
        left.stalls -= 1;
        return { kind: 'stall' };
      });
    },
    120_000,
  );

  itSurvives('answers that are cut off in the middle, or come late', (place) => {
    const left = { corrupt: 4 };
    return readThrough(place, ({ path }) => {
      if (!READ_OR_POST.test(path)) return undefined;
      if (left.corrupt > 0 && place.chance() < 0.3) {
        left.corrupt -= 1;
        return { kind: 'corrupt' };
      }
      return place.chance() < 0.3 ? { kind: 'delay', ms: 200 } : undefined;
    });
  });
});

describe('a storm of refusals', () => {
  itInSoak(
    'pauses the reading of history long before Discord blocks the address, says so, and cards go out',
    async () => {
      const place = await aFaultyCommunity(1);
      for (let n = 0; n < 40; n += 1)
        place.server.post(place.server.addChannel(place.guild, `c${n}`), place.member, 'салом');
      const asked = { times: 0 };
      const counting: RestFault = ({ method, path }) => {
        if (method === 'GET' && READ_OR_POST.test(path)) asked.times += 1;
        return undefined;
      };
      place.proxy.rest((request) => {
        counting(request);
        return request.method === 'GET' && READ_OR_POST.test(request.path) ? rateLimited('user', 1) : undefined;
      });
      const bot = await place.startBehindProxy({ readingPerSecond: 5_000 });
      const isPaused = async () => (await bot.app.vitals()).faults.some((fault) => fault.includes('is paused'));
      await until('reading to be paused', isPaused, 50_000);
      expect(asked.times).toBeLessThan(2_000);
      place.proxy.rest(counting);
      await bot.app.idle();

      const before = asked.times;
      place.server.setOverwrite(place.general, { id: place.guild, deny: VIEW });
      place.server.setOverwrite(place.general, { id: place.guild, allow: VIEW });
      await bot.app.idle();
      expect(asked.times).toBe(before);
      place.server.post(place.general, place.member, CALL);
      await until('a card', () => place.cards().length === 1);
      expect(place.logged.filter((line) => line.includes('reading of history is paused'))).toHaveLength(1);
    },
    80_000,
  );

  it('of channels that may not be read after all names each of them, and stops long before Discord blocks the address', async () => {
    const everySecond = { catchUp: '* * * * * *', weeklyReport: '0 9 29 2 *', retention: '0 9 29 2 *' };
    const place = await aCommunity({ community: { schedules: everySecond } });
    const channels = Array.from({ length: 300 }, (_, n) => place.server.addChannel(place.guild, `c${n}`));
    for (const channel of channels) place.server.post(channel, place.member, 'салом');
    // As where a right is taken from us and the gateway's word of it is lost: by all we know, these may be read.
    place.server.failNext(HISTORY, 403, 100_000);
    const bot = await place.startBot({ readingPerSecond: 5_000 });
    const refused = () => place.server.requests().byRoute[HISTORY]?.byStatus[403] ?? 0;
    const said = (what: string) => place.logged.filter((line) => line.includes(what));
    // discord.js asks 50 times a second at most.
    await until('reading to be paused', () => said('reading of history is paused').length > 0, 60_000);
    const everywhere = channels.length + 2;
    const rounds = () => said('could not be read for now').length / everywhere;
    // Of the round that it was paused in, some requests are still on their way.
    await until('a round without a request', () => rounds() > 2, 60_000);
    expect((await bot.app.vitals()).faults.join()).toContain('reading of history is paused');
    const whenPaused = refused();
    expect(whenPaused).toBeGreaterThanOrEqual(1_000);
    expect(whenPaused).toBeLessThan(1_050);
    // The round in which reading was paused puts off what it did not ask for any more.
    const named = (await bot.store.ledger.gaps(place.community.guildId))
      .filter(({ reason }) => reason === 'no-permission' || reason === 'outage')
      .map(({ channelId }): string => channelId);
    expect(channels.filter((channel) => !named.includes(channel))).toEqual([]);
    expect(said('may not be read and is skipped').length).toBeLessThanOrEqual(everywhere);

    const before = rounds();
    await until('another round', () => rounds() > before + 1, 60_000);
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    await bot.app.idle();
    expect(refused()).toBe(whenPaused);
    expect(said('reading of history is paused')).toHaveLength(1);
  }, 180_000);

  it('of the token ends the bot at once, which says why', async () => {
    const place = await aFaultyCommunity(1);
    const said: string[] = [];
    const refused = { times: 0 };
    const bot = await place.watch({ onUnfit: (why) => void said.push(why) });
    place.proxy.rest(() => {
      refused.times += 1;
      return { kind: 'answer', status: 401 };
    });
    await place.talk(30);
    place.server.setOverwrite(place.general, { id: place.guild, deny: VIEW });
    place.server.setOverwrite(place.general, { id: place.guild, allow: VIEW });
    await until('the reason', () => said.length > 0);
    await bot.app.idle();
    expect(refused.times).toBeLessThan(20);
    expect(said[0]).toContain('401');
  });
});
