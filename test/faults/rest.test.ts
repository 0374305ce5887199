import { describe, expect, it } from '@jest/globals';
import { type RestFault, rateLimited } from '../../src/sandbox/fault-proxy/rest-mishap.js';
import { CALL } from '../journeys/a-community.js';
import { type AFaultyCommunity, aFaultyCommunity, until } from './a-faulty-community.js';
import { itInSoak, itSurvives, itSurvivesInSoak } from './fault-table.js';
import { nothingLost } from './nothing-lost.js';

const READ_OR_POST = /\/channels\/\d+\/messages/;
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
