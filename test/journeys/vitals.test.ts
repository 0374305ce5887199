import { createServer } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { aCommunity, CALL, CHAT, until } from './a-community.js';

const FREE = { host: '127.0.0.1', port: 0 };

async function ask(
  port: number | undefined,
  path: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

describe('health and metrics', () => {
  it('say that the bot is ready, and what it has counted', async () => {
    const place = await aCommunity();
    const bot = await place.startBot({ vitals: FREE });
    place.server.post(place.general, place.member, CHAT);
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    await bot.app.idle();

    expect(await ask(bot.vitalsPort, '/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect(await ask(bot.vitalsPort, '/readyz')).toEqual({ status: 200, text: 'ready\n' });
    const { status, text } = await ask(bot.vitalsPort, '/metrics');
    expect(status).toBe(200);
    expect(text).toContain('didbon_messages_total{language="tg",outcome="none"} 1');
    expect(text).toContain('didbon_messages_total{language="tg",outcome="review"} 1');
    expect(text).toContain('didbon_alerts_total{category="join",level="review"} 1');
    expect(text).toContain('didbon_ready 1');
    expect(text).toContain(`didbon_cards_due{guild="${place.guild}"} 0`);
    expect(text).toContain(`didbon_channel_lag_seconds{guild="${place.guild}",channel="${place.general}"} 0`);
    expect(text).toMatch(/didbon_discord_requests_total\{status="200"\} \d+/);
    expect(text).toContain('didbon_nodejs_eventloop_lag_p99_seconds');
  });

  it('count a verdict', async () => {
    const place = await aCommunity();
    const bot = await place.startBot({ vitals: FREE });
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    const [card] = place.cards();
    const button = /didbon:false-alarm:[\w-]+/.exec(JSON.stringify(card?.components))?.[0] ?? '';
    await place.server.press(card?.id ?? '', button, place.moderator);
    await bot.app.idle();
    expect((await ask(bot.vitalsPort, '/metrics')).text).toContain('didbon_verdicts_total{verdict="false-alarm"} 1');
  });

  it('name nobody and quote nothing', async () => {
    const place = await aCommunity();
    const bot = await place.startBot({ vitals: FREE });
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    const { text } = await ask(bot.vitalsPort, '/metrics');
    expect(text).not.toContain(place.member);
    expect(text).not.toContain('ҳамроҳ');
    expect(text).not.toContain(place.server.token);
  });

  it('say why the bot cannot work while Discord is away', async () => {
    const place = await aCommunity();
    const bot = await place.startBot({ vitals: FREE });
    await place.server.close();
    await until('the fault', async () => (await ask(bot.vitalsPort, '/readyz')).status === 503);
    expect((await ask(bot.vitalsPort, '/readyz')).text).toBe('not connected to Discord\n');
    expect((await ask(bot.vitalsPort, '/healthz')).status).toBe(200);
  });

  it('are served nowhere unless asked for, and answer nothing else', async () => {
    const place = await aCommunity();
    const silent = await place.startBot();
    expect(silent.vitalsPort).toBeUndefined();
    await silent.close();
    const bot = await place.startBot({ vitals: FREE });
    expect((await ask(bot.vitalsPort, '/')).status).toBe(404);
  });

  it('refuse an address that is taken, in words', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      }),
    );
    const place = await aCommunity();
    await expect(place.startBot({ vitals: { host: '127.0.0.1', port } })).rejects.toThrow(
      `DIDBON_VITALS: cannot listen on 127.0.0.1:${port}`,
    );
    other.close();
  });
});
