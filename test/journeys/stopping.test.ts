import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/adapters/system/clock.js';
import { openBot } from '../../src/compose/open-bot.js';
import { runUntilStopped } from '../../src/compose/run-until-stopped.js';
import { type ACommunity, aCommunity, assessCall, CALL, CHAT, until } from './a-community.js';

const DEADLINE_MS = 10_000;
const log = { debug() {}, info() {}, warn() {}, error() {} };

/** Stops a bot as a signal does, once `when` holds; answers how long that took and whether all was closed. */
async function stopWhen(place: ACommunity, when: () => boolean): Promise<{ ms: number; inTime: boolean }> {
  const { join } = await import('node:path');
  const bot = await openBot({
    token: place.server.token,
    api: place.server.apiUrl,
    database: { kind: 'sqlite', file: join(place.folder, 'data', 'didbon.sqlite') },
    key: { kind: 'file', path: join(place.folder, 'key') },
    communities: new Map([[place.community.guildId, place.community]]),
    assess: assessCall,
    log,
  });
  const stop = new AbortController();
  const running = runUntilStopped(bot, stop.signal, { clock: systemClock, log });
  await until('the moment to stop', when);
  const from = Date.now();
  stop.abort();
  const inTime = await running;
  return { ms: Date.now() - from, inTime };
}

const asked = (place: ACommunity, route: string) => (place.server.requests().byRoute[route]?.total ?? 0) > 0;
const logins = (place: ACommunity) => place.server.gateway.load().connected > 0;

describe('stopping', () => {
  it.each([
    ['history', 'GET /channels/:channel/messages', { status: 429, retryAfterMs: 120_000, scope: 'user' } as const],
    ['history', 'GET /channels/:channel/messages', 'stall' as const],
    ['cards', 'POST /channels/:channel/messages', { status: 429, retryAfterMs: 120_000, scope: 'user' } as const],
  ])(
    'takes less than ten seconds while Discord holds up %s (%s)',
    async (_what, route, failure) => {
      const place = await aCommunity();
      place.server.post(place.general, place.member, CALL);
      place.server.failNext(route, failure, 50);
      const { ms, inTime } = await stopWhen(place, () => asked(place, route) || (failure === 'stall' && logins(place)));
      expect(inTime).toBe(true);
      expect(ms).toBeLessThan(DEADLINE_MS);
    },
    40_000,
  );

  it('takes less than ten seconds while Discord says nothing to a login', async () => {
    const place = await aCommunity();
    place.server.silence(true);
    const { ms, inTime } = await stopWhen(place, () => asked(place, 'GET /gateway/bot'));
    expect(inTime).toBe(true);
    expect(ms).toBeLessThan(DEADLINE_MS);
  }, 40_000);

  it('leaves what it had not finished to the next start', async () => {
    const place = await aCommunity();
    for (let n = 0; n < 500; n += 1) place.server.post(place.general, place.member, `${CHAT} ${n}`);
    await stopWhen(place, () => asked(place, 'GET /channels/:channel/messages'));
    const next = await place.startBot();
    await until('all', async () => (await next.store.counts.total(place.community.guildId)) === 500);
  }, 40_000);
});
