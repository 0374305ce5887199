import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach } from '@jest/globals';
import type { Bot, BotOptions } from '../../src/compose/open-bot.js';
import type { Chance } from '../../src/sandbox/fault-proxy/gateway-fault.js';
import { type FaultProxy, startFaultProxy } from '../../src/sandbox/fault-proxy/start-fault-proxy.js';
import { type ACommunity, aCommunity, assessCall, CALL, CHAT, until } from '../journeys/a-community.js';

/** A community whose Discord stands behind a fault proxy, and what has been posted in it. */
export interface AFaultyCommunity extends ACommunity {
  readonly proxy: FaultProxy;
  readonly chance: Chance;
  /** Texts that the bot has assessed. */
  readonly assessed: ReadonlySet<string>;
  readonly channels: readonly string[];
  /** Posts so many messages, a tenth of them calls, in bursts and over the channels. Each has a text of its own. */
  talk(count: number): Promise<void>;
  startBehindProxy(change?: Partial<BotOptions>): Promise<Bot>;
  /** Starts a bot behind the proxy, and waits until it has read all. */
  watch(change?: Partial<BotOptions>): Promise<Bot>;
}

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

export async function aFaultyCommunity(seed: number): Promise<AFaultyCommunity> {
  const behind = { port: 0 };
  const proxy = await startFaultProxy(() => behind.port);
  cleanUps.push(() => proxy.close());
  const place = await aCommunity({
    server: { gatewayUrl: () => proxy.gatewayUrl, heartbeatIntervalMs: 300 },
    community: { alertsPerHour: 100_000 },
  });
  behind.port = place.server.port;
  const channels = [place.general, place.server.addChannel(place.guild, 'кор')];
  const chance = chanceOf(seed);
  const assessed = new Set<string>();
  const state = { posted: 0 };
  const startBehindProxy = (change: Partial<BotOptions> = {}): Promise<Bot> =>
    place.startBot({
      api: proxy.apiUrl,
      readingPerSecond: 100,
      assess: (text) => {
        assessed.add(text);
        return assessCall(text);
      },
      ...change,
    });
  return {
    ...place,
    proxy,
    chance,
    assessed,
    channels,
    async talk(count) {
      for (let n = 0; n < count; n += 1) {
        const text = chance() < 0.1 ? CALL : CHAT;
        const channel = channels[Math.floor(chance() * channels.length)] ?? place.general;
        state.posted += 1;
        place.server.post(channel, place.member, `${text} ${state.posted}`);
        if (chance() < 0.3) await sleep(chance() * 20);
      }
    },
    startBehindProxy,
    async watch(change = {}) {
      const bot = await startBehindProxy(change);
      await bot.app.idle();
      return bot;
    },
  };
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function chanceOf(seed: number): Chance {
  const state = { at: seed };
  return () => {
    state.at = (state.at + 0x6d2b79f5) | 0;
    let bits = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export { until };
