import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Channel } from '../../src/domain/channel.js';
import type { Message } from '../../src/domain/message.js';
import { firstIdAt, nextId, type Snowflake, toSnowflake } from '../../src/domain/snowflake.js';
import { createIngest, type Ingest } from '../../src/ingest/ingest.js';
import type { History } from '../../src/ports/history.js';
import { toCommunity } from '../../src/settings/community.js';
import { inMemoryLedger } from './in-memory-ledger.js';

const NOW = new Date('2026-01-05T10:00:00Z');
const GUILD = toSnowflake('100');
const CHANNEL = firstIdAt(new Date('2026-01-05T09:00:00Z'));
const PAGE = 3;
const community = toCommunity(GUILD, { moderatorChannel: toSnowflake('101') }, {});
const clock = { now: () => NOW, sleep: async () => void (await turn()) };
const log = { debug() {}, info() {}, warn() {}, error() {} };

/** What may happen, in any order and any number. */
const EVENTS = [
  'post',
  'post',
  'post',
  'two, swapped',
  'turn',
  'turn',
  'cut',
  'session',
  'crash',
  'hide',
  'show',
  'fail',
  'catch up',
  'resume',
  'lose one',
  'lose one of the channel',
  'lose one somewhere',
] as const;
type Event = (typeof EVENTS)[number];

/** One channel of Discord, and a bot that is killed and started again on the same ledger. */
function aWorld() {
  const ledger = inMemoryLedger();
  const posted: Message[] = [];
  const state = { next: firstIdAt(NOW), connected: false, hidden: false, life: 0 };
  /** What a session that resumes hears in its order: messages, and what became of the channel. */
  const replay: (() => void)[] = [];

  const channel = (): Channel => ({
    id: CHANNEL,
    guildId: GUILD,
    name: 'умумӣ',
    parentId: undefined,
    categoryId: undefined,
    lastMessageId: posted.at(-1)?.id,
    unreadable: state.hidden ? 'no-permission' : undefined,
  });
  const history: History = {
    async page(_channelId, after) {
      await turn();
      const rest = posted.filter((message) => BigInt(message.id) > BigInt(after));
      const messages = rest.slice(0, PAGE);
      await turn();
      return { messages, last: messages.at(-1)?.id, end: rest.length < PAGE };
    },
    isGone: async () => false,
    archivedThreads: async () => [],
  };
  const start = (life: number): Ingest =>
    createIngest({
      community: () => community,
      channels: () => [channel()],
      history,
      backfillHistory: history,
      ledger,
      flags: { markDeleted: async () => 0, undeleted: async () => [] },
      handle: async ({ channelId, range, messages }) =>
        life !== state.life
          ? await new Promise<never>(() => undefined)
          : await ledger.commit({
              guildId: GUILD,
              channelId,
              range,
              messages: messages.map(({ message, late }) => ({
                id: message.id,
                language: 'tg',
                outcome: 'none',
                ...(late ? { late } : {}),
              })),
              flags: [],
              at: NOW,
            }),
      wakeAlerts: () => undefined,
      clock,
      log,
    });
  const bot = { ingest: start(0) };
  const tell = (message: Message): void => {
    if (state.hidden) return;
    const say = () => bot.ingest.take({ kind: 'message', message, channel: channel() });
    if (state.connected) say();
    else replay.push(say);
  };
  const aMessage = (): Message => {
    const id: Snowflake = state.next;
    state.next = nextId(nextId(state.next));
    const message = {
      id,
      guildId: GUILD,
      channelId: CHANNEL,
      authorId: toSnowflake('7'),
      authorRoleIds: [],
      editedAt: undefined,
      text: '',
    };
    posted.push(message);
    return message;
  };
  /** Sent within the session, and not received. */
  const lose = (where: Channel | undefined): void => {
    const message = aMessage();
    if (state.connected && !state.hidden)
      bot.ingest.take({ kind: 'lost', guildIds: [GUILD], channel: where, changes: false });
    // Out of a session, or of sight, it is replayed or read like any other.
    else tell(message);
  };
  /** The same, and nobody knows in which channel: that is told before the next message, and the loss behind it. */
  const loseSomewhere = (): void => {
    const message = aMessage();
    if (state.connected && !state.hidden) {
      bot.ingest.take({ kind: 'doubt', guildIds: [GUILD] });
      tell(aMessage());
      bot.ingest.take({ kind: 'lost', guildIds: [GUILD], channel: undefined, changes: false });
    } else tell(message);
  };
  const session = (): void => {
    replay.length = 0;
    state.connected = true;
    bot.ingest.take({ kind: 'session', guildIds: [GUILD] });
    bot.ingest.take({ kind: 'ready', guildIds: [GUILD] });
  };
  const see = (hidden: boolean): void => {
    state.hidden = hidden;
    const changed = channel();
    const say = () => bot.ingest.take({ kind: 'channel', channel: changed });
    if (state.connected) say();
    else replay.push(say);
  };
  const acts: Readonly<Record<Event, () => void | Promise<void>>> = {
    post: () => tell(aMessage()),
    'two, swapped': async () => {
      const [first, second] = [aMessage(), aMessage()];
      tell(second);
      await turn();
      tell(first);
      // A kill between the two would lose the first: Discord sends in order, and only discord.js's own start does not.
      await bot.ingest.idle();
    },
    'lose one': () => lose(undefined),
    'lose one of the channel': () => lose(channel()),
    'lose one somewhere': loseSomewhere,
    turn: () => turn(),
    cut: () => {
      state.connected = false;
    },
    session,
    resume: () => {
      if (state.connected || state.hidden) return;
      state.connected = true;
      for (const say of replay.splice(0)) say();
    },
    crash: () => {
      state.connected = false;
      state.life += 1;
      bot.ingest = start(state.life);
      session();
    },
    hide: () => see(true),
    show: () => see(false),
    fail: () => ledger.failNext(2),
    'catch up': () => void bot.ingest.catchUp(GUILD),
  };
  return {
    happen: (event: Event) => acts[event](),
    async settle() {
      ledger.failNext(0);
      see(false);
      session();
      for (let n = 0; n < 30; n += 1) await turn();
      await bot.ingest.idle();
      return { posted: posted.map((message) => message.id), counted: ledger.counted };
    },
  };
}

describe('live messages and catch-up together', () => {
  it('count every message exactly once after any interleaving of sessions, outages, crashes and lost permissions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...EVENTS), { maxLength: 60 }), async (events) => {
        const world = aWorld();
        for (const event of events) await world.happen(event);
        const { posted, counted } = await world.settle();
        expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(posted.map((id) => [id, 1])));
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
