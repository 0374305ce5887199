import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { trainedPack } from '../cli/a-pack.js';
import { type ACommunity, aCommunity, CALL, CHAT, until } from './a-community.js';
import { aProcess, exitOf } from './a-process.js';

const built: { pack?: string } = {};
/** Small, and not the one that analysts have in hand. */
function pack(): string {
  built.pack ??= trainedPack();
  return built.pack;
}

const startProcess = (place: ACommunity, hear?: (output: string) => void) =>
  aProcess(place, { packDir: pack(), ...(hear === undefined ? {} : { hear }) });

/** A text that must not stand in any log. */
const SECRET = 'гуфтугӯи пинҳонӣ';

/** A message as Discord sends it, but for what is wrong with it. */
function aPacket(place: ACommunity, wrong: object): object {
  return {
    id: '1200000000000000000',
    type: 0,
    channel_id: place.general,
    guild_id: place.guild,
    author: { id: place.member, username: 'anvar', discriminator: '0', avatar: null },
    content: SECRET,
    timestamp: '2026-05-11T09:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    ...wrong,
  };
}

function aNullPacket(place: ACommunity): object {
  return aPacket(place, { referenced_message: null, member: null });
}

describe('the process', () => {
  it('ends with 1 when Discord closes the connection for good, so that its supervisor notices', async () => {
    const place = await aCommunity();
    const exit = exitOf(await startProcess(place));
    place.server.disconnectAll({ code: 4004 });
    expect(await exit).toBe(1);
  }, 40_000);

  it.each([
    ['a message that is null', 'MESSAGE_CREATE', 'body', () => null],
    [
      'a message without its author',
      'MESSAGE_CREATE',
      'author',
      (place: ACommunity) => aPacket(place, { author: null }),
    ],
    ['a message with an id of letters', 'MESSAGE_CREATE', 'id', (place: ACommunity) => aPacket(place, { id: 'abc' })],
    [
      'a message of the year 2154',
      'MESSAGE_CREATE',
      'id',
      (place: ACommunity) => aPacket(place, { id: '18446744073709551615' }),
    ],
    ['a message of nowhere', 'MESSAGE_CREATE', 'channel_id', (place: ACommunity) => aPacket(place, { channel_id: 5 })],
    [
      'a message of a channel that it did not tell of',
      'MESSAGE_CREATE',
      'unknown channel',
      (place: ACommunity) => aPacket(place, { channel_id: '7' }),
    ],
    [
      'a message whose embeds are a number',
      'MESSAGE_CREATE',
      'TypeError',
      (place: ACommunity) => aPacket(place, { embeds: 7 }),
    ],
    [
      'a thread as null that is left out otherwise',
      'MESSAGE_CREATE',
      'TypeError',
      (place: ACommunity) => aPacket(place, { thread: null }),
    ],
    ['an edit without an id', 'MESSAGE_UPDATE', 'id', (place: ACommunity) => ({ channel_id: place.general })],
    ['a channel that is null', 'CHANNEL_CREATE', 'body', () => null],
    ['a community whose channels are a number', 'GUILD_CREATE', 'TypeError', () => ({ id: '5', channels: 7 })],
    ['communities without ids', 'READY', 'RangeError', () => ({ guilds: [{ id: 'abc' }] })],
  ])(
    'goes on, and names it, when Discord sends %s',
    async (_what, event, reason, packet) => {
      const place = await aCommunity();
      const bot = await place.startBot();
      await bot.app.idle();
      place.server.post(place.general, place.member, CHAT);
      place.server.dispatch(event, packet(place));
      place.server.post(place.general, place.member, CALL);
      await until('a card', () => place.cards().length === 1, 15_000);
      await until('both', async () => (await bot.store.counts.total(place.community.guildId)) === 2);
      await bot.app.idle();
      const named = place.logged.filter((line) => line.includes('was not read'));
      expect(named).toEqual([expect.stringContaining(JSON.stringify({ event, reason }).slice(0, -1))]);
      expect(place.logged.join('')).not.toContain(SECRET);
      expect(await bot.store.ledger.ranges(toSnowflake(place.general))).toHaveLength(1);
    },
    40_000,
  );

  it.each([
    ['an event that nobody knows', 'SOMETHING_NEW', () => ({ a: null })],
    ['parts as null that are left out otherwise', 'MESSAGE_CREATE', aNullPacket],
    ['a deletion that names no message', 'MESSAGE_DELETE', () => ({})],
    ['an edit in a channel that nobody knows', 'MESSAGE_UPDATE', () => ({ id: '1', channel_id: '2', content: SECRET })],
  ])('goes on when Discord sends %s', async (_what, event, packet) => {
    const place = await aCommunity();
    const bot = await place.startBot();
    await bot.app.idle();
    place.server.dispatch(event, packet(place));
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
  });

  it('ends with 0 within ten seconds of a signal, also with a resumed session and a request that Discord holds up', async () => {
    const place = await aCommunity();
    const child = await startProcess(place);
    const exit = exitOf(child);
    place.server.disconnectAll({ resume: true });
    await until('the resumed session', () => place.server.gateway.logins().resumed > 0);
    place.server.failNext('*', 'stall', 100);
    const from = Date.now();
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(Date.now() - from).toBeLessThan(10_000);
  }, 40_000);
});
