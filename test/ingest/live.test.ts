import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/domain/message.js';
import { firstIdAt, type Snowflake, toSnowflake } from '../../src/domain/snowflake.js';
import { createLiveFeed, type LiveFeed } from '../../src/ingest/live.js';

const GUILD = toSnowflake('100');
const BROKEN = toSnowflake('201');
const SOUND = toSnowflake('202');
const RETRY_MS = [100, 500, 2_000, 5_000];
const START = BigInt(firstIdAt(new Date('2026-01-05T10:00:00Z')));

function aMessage(channelId: Snowflake, n: number): Message {
  return {
    id: toSnowflake(String(START + BigInt(n))),
    guildId: GUILD,
    channelId,
    authorId: toSnowflake('7'),
    authorRoleIds: [],
    editedAt: undefined,
    text: '',
  };
}

/** A live feed that waits as long as it is told to before it tries again what failed, and a database that fails one channel. */
function aFeed({ capacity = 1_000 } = {}) {
  const stopping = new AbortController();
  const happened: string[] = [];
  const claimed: string[] = [];
  const pauses: (() => void)[] = [];
  const state = { mended: false };
  const feed: LiveFeed = createLiveFeed({
    commit: async (_guildId, channelId, { from, to }, messages) => {
      await turn();
      const failed = channelId === BROKEN && !state.mended;
      const which = messages.map(({ message }) => BigInt(message.id) - START).join(' ');
      happened.push(`${channelId === BROKEN ? 'broken' : 'sound'} ${failed ? 'failed' : 'took'} ${which}`);
      if (failed) throw new Error('the database does not take it');
      claimed.push(`${BigInt(from) - START}–${BigInt(to) - START}`);
    },
    requestCatchUp: () => happened.push('catch-up'),
    clock: {
      now: () => new Date(0),
      async sleep(ms, signal) {
        // Gathering takes a turn of the loop; what is tried again waits until the test lets it.
        if (!RETRY_MS.includes(ms) || signal?.aborted) return void (await turn());
        await new Promise<void>((resolve) => {
          pauses.push(resolve);
          signal?.addEventListener('abort', () => resolve());
        });
      },
    },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    capacity,
    stopping: stopping.signal,
  });
  return {
    feed,
    happened,
    claimed,
    mend: () => {
      state.mended = true;
    },
    stop: () => stopping.abort(),
    goOn: () => pauses.splice(0).forEach((resume) => void resume()),
    async turns(count = 20) {
      for (let n = 0; n < count; n += 1) await turn();
    },
    add: (channelId: Snowflake, ...numbers: readonly number[]) => {
      for (const n of numbers) feed.add(aMessage(channelId, n));
    },
  };
}

describe('live messages of a channel whose commits fail', () => {
  it('hold up no other channel', async () => {
    const { add, happened, turns } = aFeed();
    add(BROKEN, 1);
    add(SOUND, 2);
    await turns();
    add(SOUND, 3);
    add(BROKEN, 4);
    await turns();
    add(SOUND, 5);
    await turns();
    expect(happened).toEqual(['broken failed 1', 'sound took 2', 'sound took 3', 'sound took 5']);
  });

  it('are committed in their order once that is possible', async () => {
    const { feed, add, happened, turns, mend, goOn } = aFeed();
    add(BROKEN, 1);
    await turns();
    add(BROKEN, 2, 3);
    await turns();
    mend();
    goOn();
    await feed.idle();
    expect(happened).toEqual(['broken failed 1', 'broken took 1', 'broken took 2 3']);
    expect(feed.waiting()).toBe(0);
  });

  it('are given up to catch-up after five tries, with what came meanwhile, and what comes then begins anew', async () => {
    const { feed, add, happened, turns, mend, goOn } = aFeed();
    add(BROKEN, 1);
    await turns();
    add(BROKEN, 2);
    for (let n = 0; n < 4; n += 1) {
      goOn();
      await turns();
    }
    await feed.idle();
    expect(happened).toEqual([...Array.from({ length: 5 }, () => 'broken failed 1'), 'catch-up']);
    expect(feed.waiting()).toBe(0);
    mend();
    add(BROKEN, 3);
    await feed.idle();
    expect(happened.at(-1)).toBe('broken took 3');
  });

  it('count as waiting while they are tried, and are waited for', async () => {
    const { feed, add, turns, mend, goOn } = aFeed();
    add(BROKEN, 1, 2);
    await turns();
    expect(feed.waiting()).toBe(2);
    const over = { idle: false };
    const idle = feed.idle().then(() => {
      over.idle = true;
    });
    await turns();
    expect(over.idle).toBe(false);
    mend();
    goOn();
    await idle;
    expect(feed.waiting()).toBe(0);
  });

  it('are the ones let go when too much waits in memory', async () => {
    const { feed, add, happened, turns } = aFeed({ capacity: 5 });
    add(BROKEN, 1);
    await turns();
    add(BROKEN, 2, 3, 4, 5);
    add(SOUND, 6);
    await turns();
    expect(happened).toEqual(['broken failed 1', 'catch-up', 'sound took 6']);
    expect(feed.waiting()).toBe(1);
  });

  it('leave nothing behind, however many are let go, that holds up what comes afterwards', async () => {
    const { feed, add, happened, turns, mend, goOn } = aFeed({ capacity: 1 });
    add(BROKEN, 1);
    await turns();
    add(BROKEN, ...Array.from({ length: 50 }, (_, n) => 2 + n));
    mend();
    goOn();
    await turns();
    add(BROKEN, 60);
    await turns();
    expect(happened.filter((one) => one !== 'catch-up')).toEqual([
      'broken failed 1',
      'broken took 1',
      'broken took 60',
    ]);
    expect(feed.waiting()).toBe(0);
  });

  it.each([[[]], [[7]]])(
    'are no part of what a catch-up joins that read its last page before they came (then %j)',
    async (then) => {
      const { feed, add, claimed, turns, mend, goOn } = aFeed({ capacity: 1 });
      add(BROKEN, 1);
      await turns();
      const session = feed.session(GUILD, SOUND);
      add(SOUND, 5);
      mend();
      goOn();
      await turns();
      add(SOUND, ...then);
      await turns();
      expect(feed.join({ guildId: GUILD, channelId: SOUND }, session, aMessage(SOUND, 3).id)).toBeUndefined();
      add(SOUND, 9);
      await feed.idle();
      expect(claimed).toEqual(['1–1', ...then.map((n) => `${n}–${n}`), then.length > 0 ? '7–9' : '9–9']);
    },
  );

  it('are tried once more when the bot stops, and left to the next start', async () => {
    const { feed, add, happened, turns, stop } = aFeed();
    add(BROKEN, 1);
    await turns();
    add(BROKEN, 2);
    stop();
    await feed.idle();
    expect(happened).toEqual(['broken failed 1', 'broken failed 1', 'catch-up']);
    expect(feed.waiting()).toBe(0);
  });
});
