import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { type ACommunity, aCommunity, until } from './a-community.js';
import { aProcess, exitOf } from './a-process.js';

const MESSAGES = 3_000;
const CALLS = 6;

async function readStore<T>(place: ACommunity, read: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({
    database: { kind: 'sqlite', file: join(place.folder, 'data', 'didbon.sqlite') },
    key: { kind: 'file', path: join(place.folder, 'key') },
  });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

describe('a bot that is killed', () => {
  it('loses no message, counts each once and posts each card once when it is started again', async () => {
    const place = await aCommunity();
    const first = await aProcess(place);
    for (let n = 0; n < MESSAGES; n += 1) {
      const call = n % (MESSAGES / CALLS) === 250;
      place.server.post(place.general, place.member, call ? `Ба ДИИШ ҳамроҳ шавед ${n}` : `Салом, ҳамааш хуб аст ${n}`);
      if (n === MESSAGES / 2) {
        await until('some to be read', () => place.cards().length > 0, 20_000);
        first.kill('SIGKILL');
        await exitOf(first);
      }
    }

    const second = await aProcess(place);
    const total = () => readStore(place, (store) => store.counts.total(place.community.guildId));
    await until('all to be counted', async () => (await total()) >= MESSAGES, 30_000);
    await until('all cards', () => place.cards().length >= CALLS, 30_000);
    second.kill('SIGTERM');
    await exitOf(second);

    expect(second.exitCode).toBe(0);
    expect(await total()).toBe(MESSAGES);
    expect(place.cards()).toHaveLength(CALLS);
    const ranges = await readStore(place, (store) => store.ledger.ranges(toSnowflake(place.general)));
    expect(ranges).toHaveLength(1);
  }, 90_000);
});
