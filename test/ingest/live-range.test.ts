import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/domain/message.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { isExempt, isWatched } from '../../src/ingest/accept.js';
import { liveBurst } from '../../src/ingest/live-range.js';
import { recentIds } from '../../src/ingest/recent-ids.js';
import { createTurns } from '../../src/ingest/turns.js';
import { toCommunity } from '../../src/settings/community.js';

const id = (n: number) => toSnowflake(String(n));
const message = (n: number, roles: readonly number[] = []): Message => ({
  id: id(n),
  guildId: id(1),
  channelId: id(2),
  authorId: id(3),
  authorRoleIds: roles.map(id),
  editedAt: undefined,
  text: '',
});

describe('a burst of live messages', () => {
  it('covers only its own span before the channel is joined', () => {
    expect(liveBurst([message(12), message(10)], undefined)?.range).toEqual({ from: '10', to: '12' });
  });

  it('covers all since the join, because the session did not break', () => {
    expect(liveBurst([message(12)], id(7))?.range).toEqual({ from: '7', to: '12' });
  });

  it('marks as late what comes behind the join, and claims nothing for it', () => {
    const burst = liveBurst([message(5)], id(7));
    expect(burst?.range).toEqual({ from: '7', to: '7' });
    expect(burst?.messages.map(({ late }) => late)).toEqual([true]);
  });

  it('is nothing without messages', () => {
    expect(liveBurst([], id(7))).toBeUndefined();
  });
});

describe('recent ids', () => {
  it('forget the oldest ids, also when those were added last', () => {
    const recent = recentIds(2);
    for (const n of [100, 101, 1, 2, 3]) recent.add(id(n));
    expect([100, 101].map((n) => recent.has(id(n)))).toEqual([true, true]);
    expect(recent.has(id(1))).toBe(false);
  });
});

describe('turns', () => {
  it('run work of one name in order, and go on after a failure', async () => {
    const inTurn = createTurns();
    const done: string[] = [];
    const first = inTurn('a', async () => {
      await Promise.resolve();
      done.push('first');
      throw new Error('no');
    });
    const second = inTurn('a', async () => void done.push('second'));
    await inTurn('b', async () => void done.push('beside'));
    await expect(first).rejects.toThrow('no');
    await second;
    expect(done).toEqual(['beside', 'first', 'second']);
  });
});

describe('what is read', () => {
  const community = toCommunity(id(1), { moderatorChannel: id(9) }, {});
  const channel = {
    id: id(2),
    guildId: id(1),
    name: '',
    parentId: id(20),
    categoryId: id(30),
    lastMessageId: undefined,
    unreadable: undefined,
  };

  it('is every channel but the moderators’ own', () => {
    expect(isWatched(channel, community)).toBe(true);
    expect(isWatched({ ...channel, id: id(9) }, community)).toBe(false);
    expect(isWatched({ ...channel, parentId: id(9) }, community)).toBe(false);
  });

  it('follows the parent and the category, and ignoring wins', () => {
    expect(isWatched(channel, { ...community, watchedChannels: [id(30)] })).toBe(true);
    expect(isWatched(channel, { ...community, watchedChannels: [id(31)] })).toBe(false);
    expect(isWatched(channel, { ...community, watchedChannels: [id(2)], ignoredChannels: [id(30)] })).toBe(false);
  });

  it('is nobody’s message who has an exempt role', () => {
    expect(isExempt(message(1, [5]), { ...community, exemptRoles: [id(5)] })).toBe(true);
    expect(isExempt(message(1), { ...community, exemptRoles: [id(5)] })).toBe(false);
  });
});
