import { describe, expect, it } from '@jest/globals';
import { aBot, aDiscord, textChannel } from './a-discord.js';

const POST = 'POST /channels/:channel/messages';

describe('rate limits', () => {
  it('refuse the sixth post to a channel within five seconds, and say when to come again', async () => {
    let now = 1_700_000_000_000;
    const { server, channel } = await aDiscord({ rates: 'discord', clock: { now: () => new Date(now) } });
    const post = () =>
      fetch(`${server.apiUrl}/v10/channels/${channel}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${server.token}`, 'content-type': 'application/json' },
        body: '{"content":"x"}',
      });
    const answers = await Promise.all(Array.from({ length: 5 }, post));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    now += 2000;
    const refused = await post();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    expect(await refused.json()).toMatchObject({ retry_after: 3, global: false });
    now += 3000;
    expect((await post()).status).toBe(200);
  });

  it('are kept by discord.js without a single refusal, because the headers name them', async () => {
    const { server, channel } = await aDiscord({ rates: 'discord' });
    const place = await textChannel(await aBot(server), channel);
    await Promise.all(Array.from({ length: 7 }, (_, at) => place.send(`${at}`)));
    expect(server.requests().byRoute[POST]).toEqual({ total: 7, byStatus: { 200: 7 } });
    expect(server.messageCount(channel)).toBe(7);
  });

  it.each(['global', 'shared', 'user'] as const)('of %s scope are waited out by discord.js', async (scope) => {
    const { server, channel } = await aDiscord();
    const place = await textChannel(await aBot(server), channel);
    server.failNext(POST, { status: 429, retryAfterMs: 900, scope });
    const begun = performance.now();
    await place.send('patient');
    expect(performance.now() - begun).toBeGreaterThan(850);
    expect(server.requests()).toMatchObject({ invalid: 1, byRoute: { [POST]: { byStatus: { 200: 1, 429: 1 } } } });
  });

  it('refuse the fifty-first request in a second, whatever it asks', async () => {
    const now = new Date(1_700_000_000_000);
    const { server, channel } = await aDiscord({ rates: 'discord', clock: { now: () => now } });
    const headers = { authorization: `Bot ${server.token}` };
    const paths = Array.from({ length: 51 }, (_, at) =>
      at % 3 === 0 ? 'users/@me' : at % 3 === 1 ? 'users/@me/guilds' : `channels/${channel}`,
    );
    const answers = [];
    for (const path of paths) answers.push(await fetch(`${server.apiUrl}/v10/${path}`, { headers }));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBe(1);
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
  });
});

describe('planned failures', () => {
  it('give the next answers of one route another status', async () => {
    const { server, channel } = await aDiscord();
    const place = await textChannel(await aBot(server), channel);
    server.failNext(POST, 503, 4);
    await expect(place.send('x')).rejects.toMatchObject({ status: 503 });
    await expect(place.send('y')).resolves.toBeDefined();
  });

  it('cut or stall a connection', async () => {
    const { server } = await aDiscord();
    const bot = await aBot(server, { rest: { retries: 0, timeout: 3_000 } });
    server.failNext('GET /users/@me', 'cut');
    await expect(bot.rest.get('/users/@me')).rejects.toThrow();
    server.failNext('*', 'stall');
    await expect(bot.rest.get('/users/@me')).rejects.toThrow(/aborted/i);
    await expect(bot.rest.get('/users/@me')).resolves.toMatchObject({ id: server.botId });
  });
});
