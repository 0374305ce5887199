import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOffFor, waitBefore } from '../../../src/adapters/discord/back-off.js';

const API = 'https://discord.com/api/v10';
const asked = (method: string, path: string, body?: string) => backOffFor({ method, url: `${API}${path}`, body });

describe('a request without an answer', () => {
  it.each([
    ['a page of history', asked('GET', '/channels/1/messages')],
    ['an edit', asked('PATCH', '/channels/1/messages/2', '{"embeds":[]}')],
    ['a deletion', asked('DELETE', '/channels/1/messages/2')],
    ['a post that Discord knows again', asked('POST', '/channels/1/messages', '{"nonce":"a","enforce_nonce":true}')],
    ['what discord.js sends without a method', asked('get', '/gateway/bot')],
  ])('is repeated over some seconds where it is %s', (_what, { tries, firstMs }) => {
    expect([tries, firstMs]).toEqual([6, 250]);
  });

  it('is made once where it is a post that Discord would take twice', () => {
    expect(asked('POST', '/channels/1/messages', '{"content":"a"}').tries).toBe(1);
    expect(asked('POST', '/webhooks/1/token', '{"content":"a"}').tries).toBe(1);
  });

  it.each([
    ['POST', '/interactions/1/token/callback'],
    ['PATCH', '/webhooks/1/token/messages/@original'],
  ])('is repeated while a person waits, and before others, where it answers a press (%s %s)', (method, path) => {
    const backOff = asked(method, path);
    const longest = [1, 2, 3].reduce((sum, retry) => sum + waitBefore(retry, backOff, 1), 0);
    expect(longest).toBeLessThan(1_000);
    expect(backOff.priority).toBeGreaterThan(asked('PATCH', '/channels/1/messages/2').priority);
  });
});

describe('the wait before a repetition', () => {
  it('lies anywhere between nothing and a bound that doubles up to eight seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (retry, chance) => {
        const backOff = asked('GET', '/channels/1');
        const wait = waitBefore(retry, backOff, chance);
        expect(wait).toBe(chance * Math.min(8_000, 250 * 2 ** (retry - 1)));
      }),
    );
  });
});
