import { describe, expect, it, test } from '@jest/globals';
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { translateError } from '../../../src/adapters/discord/translate-error.js';
import { untilAborted } from '../../../src/adapters/discord/until-aborted.js';
import { RefusedError, UnavailableError } from '../../../src/ports/errors.js';

const SECRET = 'матни аъзо';
const apiError = (status: number, code: number) =>
  new DiscordAPIError({ message: 'no', code }, code, status, 'POST', 'http://127.0.0.1/x', {
    body: { content: SECRET },
    files: [],
  });

describe('an error of discord.js', () => {
  test.each([
    ['an unknown channel', 404, 10_003, 'gone'],
    ['missing access', 403, 50_001, 'no-permission'],
    ['a bad token', 401, 0, 'credentials'],
    ['an invalid body', 400, 50_035, 'rejected'],
  ])('is a refusal for %s', (_name, status, code, because) => {
    const error = translateError(apiError(status, code), 'posting a card');
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ because });
    expect(error.message).toContain('posting a card');
    expect(error.message).not.toContain(SECRET);
  });

  test.each([
    [
      'a server in trouble',
      new HTTPError(503, 'Service Unavailable', 'GET', 'http://127.0.0.1/x', { body: { content: SECRET }, files: [] }),
    ],
    ['a cut connection', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })],
  ])('may be tried again for %s', (_name, cause) => {
    const error = translateError(cause, 'reading');
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.message).not.toContain(SECRET);
  });

  it('says when to come again after a rate limit', () => {
    const cause = new RateLimitError({
      timeToReset: 1_500,
      limit: 5,
      method: 'GET',
      hash: '',
      url: '',
      route: '',
      majorParameter: '',
      global: false,
      retryAfter: 1_500,
      sublimitTimeout: 0,
      scope: 'user',
    });
    expect(translateError(cause, 'reading')).toMatchObject({ retryAfterMs: 1_500 });
  });

  it('quotes nothing of an answer that is no JSON', () => {
    let caught: unknown;
    try {
      JSON.parse(`{"content": "${SECRET}" oops`);
    } catch (error) {
      caught = error;
    }
    expect(translateError(caught, 'reading').message).toBe('reading: not valid JSON');
  });

  it('stays what it is when it was translated before', () => {
    const known = new RefusedError('no', 'gone');
    expect(translateError(known, 'reading')).toBe(known);
  });
});

describe('work that discord.js holds back', () => {
  it('is let go when the signal aborts', async () => {
    const stop = new AbortController();
    const waiting = untilAborted(() => new Promise<never>(() => undefined), stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
  });

  it('is not begun once the signal has aborted', async () => {
    const begun: string[] = [];
    await expect(untilAborted(async () => begun.push('x'), AbortSignal.abort())).rejects.toThrow(/abort/i);
    expect(begun).toEqual([]);
  });

  it('gives its result otherwise', async () => {
    expect(await untilAborted(async () => 1, new AbortController().signal)).toBe(1);
  });
});
