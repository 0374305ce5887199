import { describe, expect, it } from '@jest/globals';
import { askCarefully } from '../../../src/adapters/discord/careful-requests.js';
import { watchRefusals } from '../../../src/adapters/discord/refusals.js';

const URL = 'https://discord.com/api/v10/channels/1/messages';
const NOW = new Date('2026-01-05T10:00:00Z');

/** Requests that get these answers, a number as a status, and what was waited in between. */
function anAsker(...answers: readonly (number | 'cut')[]) {
  const left = [...answers];
  const waits: number[] = [];
  const asked: string[] = [];
  const closed = new AbortController();
  const clock = { now: () => NOW, sleep: async (ms: number) => void waits.push(ms) };
  const refusals = watchRefusals(clock);
  const ask = askCarefully({
    makeRequest: async (url) => {
      asked.push(url);
      const answer = left.shift() ?? 200;
      if (answer === 'cut') throw new Error('other side closed');
      return new Response('{}', { status: answer });
    },
    refusals,
    clock,
    chance: () => 0.5,
    closed: closed.signal,
  });
  return { ask, asked, waits, refusals, closed };
}

describe('a request to Discord', () => {
  it('is made again with pauses that grow until it is answered', async () => {
    const { ask, asked, waits } = anAsker(503, 'cut', 500, 502, 200);
    expect((await ask(URL, { method: 'GET' })).status).toBe(200);
    expect(asked).toHaveLength(5);
    expect(waits).toEqual([125, 250, 500, 1_000]);
  });

  it('is given up after six tries, with what came last', async () => {
    const { ask, asked } = anAsker(503, 503, 503, 503, 503, 502, 200);
    expect((await ask(URL, { method: 'GET' })).status).toBe(502);
    expect(asked).toHaveLength(6);
    const other = anAsker(...Array.from({ length: 6 }, () => 'cut' as const));
    await expect(other.ask(URL, { method: 'GET' })).rejects.toThrow('other side closed');
  });

  it('is made once where Discord would do it twice, and again where a nonce says that it is the same', async () => {
    const plain = anAsker('cut', 200);
    await expect(plain.ask(URL, { method: 'POST', body: '{"content":"a"}' })).rejects.toThrow();
    const known = anAsker('cut', 200);
    const body = '{"nonce":"a","enforce_nonce":true}';
    expect((await known.ask(URL, { method: 'POST', body })).status).toBe(200);
    const form = new FormData();
    form.append('payload_json', body);
    expect((await anAsker(503, 200).ask(URL, { method: 'POST', body: form })).status).toBe(200);
  });

  it('that Discord refuses is not made again, and is held back where the limit does not say for how long', async () => {
    const { ask, asked, waits } = anAsker(403, 429);
    expect((await ask(URL, { method: 'GET' })).status).toBe(403);
    expect((await ask(URL, { method: 'GET' })).status).toBe(429);
    expect(asked).toHaveLength(2);
    expect(waits).toEqual([1_000]);
  });

  it('is not made at all once half as much was refused as Discord takes', async () => {
    const { ask, asked, refusals } = anAsker();
    for (let n = 0; n < 5_000; n += 1) refusals.note(403, false);
    await expect(ask(URL, { method: 'GET' })).rejects.toThrow('it is not asked for now');
    expect(asked).toEqual([]);
  });

  it('is not made again once the bot is closed', async () => {
    const { ask, asked, closed } = anAsker(503, 200);
    closed.abort();
    expect((await ask(URL, { method: 'GET' })).status).toBe(503);
    expect(asked).toHaveLength(1);
  });
});
