import { describe, expect, it } from '@jest/globals';
import { Events } from 'discord.js';
import { openSession } from '../../src/sandbox/discord/gateway/session.js';
import { aBot, aDiscord, next, texts } from './a-discord.js';

/** A bot that has seen one message, with a function that posts a numbered one. */
async function aSession(options: Parameters<typeof aDiscord>[0] = {}) {
  const discord = await aDiscord(options);
  const bot = await aBot(discord.server);
  const seen = texts(bot);
  const post = (text: string) => discord.server.post(discord.channel, discord.author, text);
  post('0');
  await discord.server.until(() => seen.length === 1);
  return { ...discord, bot, seen, post };
}

describe('a session', () => {
  it.each([
    ['a cut socket', {}],
    ['close 4000', { code: 4000 }],
    ['close 4009', { code: 4009 }],
    ['RECONNECT', { op: 7 }],
    ['INVALID_SESSION that can be resumed', { op: 9 }],
  ] as const)('is resumed after %s, and what came between is replayed in order', async (_name, how) => {
    const { server, seen, post } = await aSession();
    server.disconnectAll(how);
    for (let at = 1; at <= 20; at += 1) post(`${at}`);
    await server.until(() => seen.length === 21 && server.gateway.logins().resumed === 1, 15_000);
    expect(seen).toEqual(Array.from({ length: 21 }, (_, at) => `${at}`));
    expect(server.gateway.logins()).toEqual({ identified: 1, resumed: 1 });
  });

  it('survives an outage of the gateway', async () => {
    const { server, seen, post } = await aSession();
    server.pauseGateway();
    post('1');
    await new Promise((resolve) => setImmediate(resolve));
    server.resumeGateway();
    post('2');
    await server.until(() => seen.length === 3, 15_000);
    expect(seen).toEqual(['0', '1', '2']);
  });

  it('that was forgotten begins anew and loses what came between', async () => {
    const { server, bot, seen, post } = await aSession();
    const anew = next(bot, Events.ShardReady);
    server.forgetSessions();
    server.disconnectAll();
    post('lost');
    await anew;
    post('2');
    await server.until(() => seen.length >= 2, 15_000);
    expect(seen).toEqual(['0', '2']);
    expect(server.gateway.logins()).toEqual({ identified: 2, resumed: 0 });
  }, 30_000);

  it('can be resumed only as far back as events are kept', () => {
    const session = openSession({
      id: 's',
      intents: 0,
      shard: [0, 1],
      socket: undefined,
      replayLimit: 1000,
      send: () => {},
    });
    for (let at = 1; at <= 100; at += 1) session.push('MESSAGE_CREATE', `"${at}"`);
    expect(session.framesAfter(98)?.map((frame) => JSON.parse(frame).d)).toEqual(['99', '100']);
    expect(session.framesAfter(100)).toEqual([]);
    expect(session.framesAfter(1)).toBeUndefined();
    expect(session.framesAfter(101)).toBeUndefined();
  });

  it('whose heartbeats go unanswered is given up and resumed by discord.js', async () => {
    const { server, seen, post } = await aSession({ heartbeatIntervalMs: 300 });
    server.silence(true);
    post('1');
    await server.until(() => server.gateway.load().connected === 0, 5000);
    server.silence(false);
    await server.until(() => seen.length === 2, 15_000);
    expect(seen).toEqual(['0', '1']);
  });

  it('serves the guilds of its shard only', async () => {
    const { server, guild } = await aDiscord();
    const home = Number((BigInt(guild) >> 22n) % 2n);
    const near = await aBot(server, { shards: [home], shardCount: 2 });
    expect(near.guilds.cache.has(guild)).toBe(true);
    const far = await aBot(server, { shards: [1 - home], shardCount: 2 });
    expect(far.guilds.cache.has(guild)).toBe(false);
  });
});
