import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { startDiscordServer } from '../../src/sandbox/discord/server.js';
import { aDiscord } from './a-discord.js';

describe('the gateway', () => {
  it('refuses a web page, which a browser lets connect to this machine', async () => {
    const { server } = await aDiscord();
    const socket = new WebSocket(server.gatewayUrl, { headers: { origin: 'https://example.org' } });
    await expect(new Promise((_resolve, reject) => socket.once('error', reject))).rejects.toThrow();
    const other = await startDiscordServer({ clock: { now: () => new Date() } });
    expect(other.token).not.toBe(server.token);
    await other.close();
  });

  it('makes a fast poster wait for a slow reader, so that memory stays flat', async () => {
    const { server, channel, author } = await aDiscord();
    const socket = new WebSocket(server.gatewayUrl);
    const received: number[] = [];
    socket.on('message', (frame) => received.push(frame.toString().length));
    socket.once('open', () =>
      socket.send(JSON.stringify({ op: 2, d: { token: server.token, intents: 1 | 512 | 32768, properties: {} } })),
    );
    await server.until(() => received.length >= 3);
    socket.pause();
    const post = async () => {
      for (let at = 0; at < 200; at += 1) {
        for (let more = 0; more < 50; more += 1) server.post(channel, author, 'ш'.repeat(2000));
        await server.drained();
      }
    };
    const posting = post();
    await server.until(() => server.gateway.load().bufferedBytes > 1024 * 1024, 10_000);
    const posted = server.messageCount(channel);
    await fetch(`${server.apiUrl}/v10/gateway`);
    expect(server.messageCount(channel)).toBe(posted);
    expect(server.gateway.load().bufferedBytes).toBeLessThan(2 * 1024 * 1024);

    socket.resume();
    await posting;
    await server.until(() => received.length >= 10_003, 10_000);
    socket.terminate();
  }, 30_000);
});
