import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Channel } from '../../src/domain/channel.js';
import { firstIdAt, toSnowflake } from '../../src/domain/snowflake.js';
import { createIngest } from '../../src/ingest/ingest.js';
import { UnavailableError } from '../../src/ports/errors.js';
import type { History } from '../../src/ports/history.js';
import { toCommunity } from '../../src/settings/community.js';
import { inMemoryLedger } from './in-memory-ledger.js';

const NOW = new Date('2026-01-05T10:00:00Z');
const GUILD = toSnowflake('100');
const CHANNEL = firstIdAt(new Date('2026-01-05T09:00:00Z'));

describe('a round of catch-up that comes again because the first could not read all', () => {
  it('is waited for by stop, so that nothing is closed under it', async () => {
    const asked: ((answer: 'away' | 'empty') => void)[] = [];
    const history: History = {
      page: () =>
        new Promise((resolve, reject) => {
          asked.push((answer) =>
            answer === 'empty'
              ? resolve({ messages: [], last: undefined, end: true })
              : reject(new UnavailableError('Discord is away', { cause: undefined })),
          );
        }),
      isGone: async () => false,
      archivedThreads: async () => [],
    };
    const channel: Channel = {
      id: CHANNEL,
      guildId: GUILD,
      name: 'умумӣ',
      parentId: undefined,
      categoryId: undefined,
      lastMessageId: undefined,
      unreadable: undefined,
    };
    const ingest = createIngest({
      community: () => toCommunity(GUILD, { moderatorChannel: toSnowflake('101') }, {}),
      channels: () => [channel],
      history,
      backfillHistory: history,
      ledger: inMemoryLedger(),
      flags: { markDeleted: async () => 0, undeleted: async () => [] },
      handle: async () => ({ newFlags: [] }),
      wakeAlerts: () => undefined,
      clock: { now: () => NOW, sleep: async () => void (await turn()) },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    const first = ingest.catchUp(GUILD);
    while (asked.length === 0) await turn();
    asked[0]?.('away');
    await first;
    while (asked.length === 1) await turn();

    const stopped = { yet: false };
    const stopping = ingest.stop().then(() => {
      stopped.yet = true;
    });
    for (let n = 0; n < 10; n += 1) await turn();
    expect(stopped.yet).toBe(false);
    asked[1]?.('empty');
    await stopping;
  });
});
