import { describe } from '@jest/globals';
import { corrupt, double, drop, reorder } from '../../src/sandbox/fault-proxy/gateway-fault.js';
import { itSurvives, itSurvivesInSoak } from './fault-table.js';
import { nothingLost } from './nothing-lost.js';

describe('messages and alerts', () => {
  itSurvives('RECONNECT, again and again', async (place) => {
    const bot = await place.watch();
    for (let n = 0; n < 3; n += 1) {
      await place.talk(10);
      place.server.disconnectAll({ op: 7 });
    }
    await place.talk(10);
    return await nothingLost(place, bot);
  });

  itSurvives('INVALID_SESSION that can be resumed', async (place) => {
    const bot = await place.watch();
    await place.talk(15);
    place.server.disconnectAll({ op: 9 });
    await place.talk(15);
    return await nothingLost(place, bot);
  });

  itSurvives('INVALID_SESSION that cannot', async (place) => {
    const bot = await place.watch();
    await place.talk(15);
    place.server.disconnectAll({ op: 9, resume: false });
    await place.talk(15);
    return await nothingLost(place, bot);
  });

  itSurvives('a session that is forgotten while the connection is cut', async (place) => {
    const bot = await place.watch();
    await place.talk(15);
    place.server.forgetSessions();
    place.proxy.cut();
    await place.talk(15);
    return await nothingLost(place, bot);
  });

  itSurvives('a connection that is cut in the midst of a burst', async (place) => {
    const bot = await place.watch();
    for (let n = 0; n < 3; n += 1) {
      await place.talk(10);
      place.proxy.cut();
    }
    return await nothingLost(place, bot);
  });

  itSurvives('events that are dropped', async (place) => {
    const bot = await place.watch();
    place.proxy.gateway(drop(0.2, place.chance));
    await place.talk(40);
    place.proxy.gateway(undefined);
    await place.talk(2);
    return await nothingLost(place, bot);
  });

  itSurvives('events that come twice', async (place) => {
    const bot = await place.watch();
    place.proxy.gateway(double(0.5, place.chance));
    await place.talk(40);
    return await nothingLost(place, bot);
  });

  itSurvives('events that come out of order', async (place) => {
    const bot = await place.watch();
    place.proxy.gateway(reorder(0.2, place.chance));
    await place.talk(40);
    place.proxy.gateway(undefined);
    await place.talk(2);
    return await nothingLost(place, bot);
  });

  itSurvivesInSoak(
    'a connection that is half-open, without heartbeats answered',
    async (place) => {
      const bot = await place.watch();
      await place.talk(15);
      place.proxy.halfOpen();
      await place.talk(15);
      return await nothingLost(place, bot);
    },
    120_000,
  );

  itSurvives('packets cut off in the middle', async (place) => {
    const bot = await place.watch();
    place.proxy.gateway(corrupt(0.1, place.chance));
    await place.talk(40);
    place.proxy.gateway(undefined);
    return await nothingLost(place, bot);
  });
});
