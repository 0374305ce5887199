import { Writable } from 'node:stream';
import { describe, expect, it, test } from '@jest/globals';
import { createWinstonLog, type LogOptions } from '../../src/adapters/log/winston-log.js';
import type { Log } from '../../src/ports/log.js';

// Invented, but of the form that Discord's tokens have.
const TOKEN = ['MTAwMDAwMDAwMDAwMDAwMDAw', 'GabcDE', 'abcdefghijklmnopqrstuvwxyz0123456789AB'].join('.');
const NOON = new Date('2026-05-01T12:00:00Z');

async function linesOf(say: (log: Log) => void, options: Partial<LogOptions> = {}): Promise<readonly string[]> {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const clock = { now: () => NOON, sleep: async () => {} };
  const { log, close } = createWinstonLog({ level: 'info', format: 'json', secrets: [], stream, clock, ...options });
  say(log);
  await close();
  return written.join('').split('\n').slice(0, -1);
}

describe('the log', () => {
  it('writes one JSON object a line, with time, level and message', async () => {
    const lines = await linesOf((log) => {
      log.info('caught up', { channel: '1', messages: 12, done: true, gap: undefined });
      log.error('posting failed\nbadly', { error: 'timeout\n  at x' });
    });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { time: NOON.toISOString(), level: 'info', message: 'caught up', channel: '1', messages: 12, done: true },
      { time: NOON.toISOString(), level: 'error', message: 'posting failed\nbadly', error: 'timeout\n  at x' },
    ]);
  });

  it('takes what is said after its end, and writes none of it', async () => {
    const said: Log[] = [];
    const lines = await linesOf((log) => void said.push(log));
    expect(() => said[0]?.error('too late')).not.toThrow();
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines).toEqual([]);
  });

  it('says nothing below its level', async () => {
    expect(await linesOf((log) => log.debug('x'))).toEqual([]);
    expect(await linesOf((log) => log.debug('x'), { level: 'debug' })).toHaveLength(1);
  });

  it('keeps time, level and message its own when a field has the same name', async () => {
    const [line = ''] = await linesOf((log) => log.info('real', { message: 'false', level: 'error' }));
    expect(JSON.parse(line)).toMatchObject({ message: 'real', level: 'info', _message: 'false', _level: 'error' });
  });

  it('is readable on a terminal, a line each even where a name tries to break it', async () => {
    const say = (log: Log) => log.warn('cannot read', { channel: 'gen\u001b[31m\neral', id: '1' });
    expect(await linesOf(say, { format: 'text' })).toEqual(['12:00:00 warn  cannot read channel="gen [31m eral" id=1']);
  });

  test.each([
    ['in a message', (log: Log) => log.info(`login with ${TOKEN} failed`)],
    ['in a field', (log: Log) => log.info('failed', { error: `401 for Bot ${TOKEN}` })],
    ['in the name of a field', (log: Log) => log.info('failed', { [TOKEN]: 1 })],
    ['inside an address', (log: Log) => log.info('failed', { url: `https://x.example/a?t=${TOKEN}&b` })],
    ['behind four thousand characters', (log: Log) => log.info('failed', { error: `${'x '.repeat(2500)}${TOKEN}` })],
  ])('strikes out what looks like a token %s', async (_where, say) => {
    for (const format of ['json', 'text'] as const) {
      const lines = (await linesOf(say, { format })).join('\n');
      expect(lines).not.toContain('abcdefghijklmnopqrstuvwxyz');
      expect(lines).toMatch(/login|failed/);
    }
  });

  it('holds ids of the community, channel or task that a line is about, and of nobody and nothing else', async () => {
    const [guild, channel, other] = ['400000000000000001', '500000000000000001', '700000000000000001'];
    const [line = ''] = await linesOf((log) =>
      log.warn(`cannot read ${other}`, {
        guild,
        channel,
        task: `catch-up ${guild}`,
        error: `GET /channels/${channel}/messages/${other}: <@${other}> is unknown`,
        user: other,
      }),
    );
    expect(JSON.parse(line)).toMatchObject({
      message: 'cannot read [id]',
      guild,
      channel,
      task: `catch-up ${guild}`,
      error: 'GET /channels/[id]/messages/[id]: <@[id]> is unknown',
      user: '[id]',
    });
  });

  test.each([
    ['a configured secret', 'my-pass-word', 'cannot log in as my-pass-word'],
    ['the token of an interaction', 'aW50ZXJhY3Rpb24', 'POST /interactions/123/aW50ZXJhY3Rpb24/callback failed'],
    ['the token of a webhook', 'd2ViaG9vaw', 'POST https://discord.example/webhooks/123/d2ViaG9vaw failed'],
    ['a password in an address', 's3cret', 'cannot reach postgres://didbon:s3cret@db:5432/didbon'],
  ])('strikes out %s', async (_what, secret, message) => {
    const lines = await linesOf((log) => log.error(message, { error: message }), { secrets: ['my-pass-word'] });
    expect(lines.join('\n')).not.toContain(secret);
    expect(lines.join('\n')).toContain('[secret]');
  });

  it('withholds fields that by their name would carry a message or a secret', async () => {
    const [line = ''] = await linesOf((log) =>
      log.info('x', { text: 'words', Content: 'words', token: 'abc', key: 'k' }),
    );
    expect(JSON.parse(line)).toMatchObject({
      text: '[withheld]',
      Content: '[withheld]',
      token: '[secret]',
      key: '[secret]',
    });
  });

  it('cuts long values, so that a line never carries a message by mistake of length', async () => {
    const [line = ''] = await linesOf((log) => log.info('x', { error: 'я'.repeat(10_000) }));
    expect(line.length).toBeLessThan(2200);
  });
});
