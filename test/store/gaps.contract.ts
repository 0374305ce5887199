import { describe, expect, it } from '@jest/globals';
import type { GapReason } from '../../src/domain/coverage.js';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import { aBatch, CHANNEL, GUILD, NOON, OTHER_CHANNEL, OTHER_GUILD, rangeOf } from './store-samples.js';

export function gapsContract(bench: () => StoreBench): void {
  const nameGap = (store: Store, from: number, to: number, reason: GapReason = 'outage') =>
    store.ledger.nameGap(GUILD, CHANNEL, rangeOf(from, to), reason, NOON);
  const gap = (from: number, to: number, reason: GapReason = 'outage') => ({
    channelId: CHANNEL,
    ...rangeOf(from, to),
    reason,
  });

  describe('gaps', () => {
    it.each([
      ['nothing of it is covered', [40, 50], [gap(10, 20)]],
      ['its start is covered', [5, 12], [gap(13, 20)]],
      ['its end is covered', [18, 25], [gap(10, 17)]],
      ['its middle is covered', [13, 15], [gap(10, 12), gap(16, 20)]],
      ['all of it is covered', [10, 20], []],
      ['more than it is covered', [1, 30], []],
      ['the id before it is covered', [5, 9], [gap(10, 20)]],
    ] as const)('show what is left when %s', async (_name, [from, to], left) => {
      const store = await bench().open();
      await nameGap(store, 10, 20);
      await store.ledger.commit(aBatch(from, to));
      expect(await store.ledger.gaps(GUILD)).toEqual(left);
    });

    it('leave out what is covered already', async () => {
      const store = await bench().open();
      await store.ledger.commit(aBatch(12, 14));
      await store.ledger.commit(aBatch(20, 25));
      await nameGap(store, 10, 22);
      expect(await store.ledger.gaps(GUILD)).toEqual([gap(10, 11), gap(15, 19)]);
    });

    it('take a new reason where they overlap a known one', async () => {
      const store = await bench().open();
      await nameGap(store, 10, 20, 'outage');
      await nameGap(store, 15, 30, 'no-permission');
      expect(await store.ledger.gaps(GUILD)).toEqual([gap(10, 14, 'outage'), gap(15, 30, 'no-permission')]);
    });

    it('of the same reason become one where they touch', async () => {
      const store = await bench().open();
      await nameGap(store, 10, 20);
      await nameGap(store, 30, 40);
      await nameGap(store, 21, 29);
      await nameGap(store, 15, 35);
      expect(await store.ledger.gaps(GUILD)).toEqual([gap(10, 40)]);
    });

    it('are listed by channel, of one community', async () => {
      const store = await bench().open();
      await store.ledger.nameGap(GUILD, OTHER_CHANNEL, rangeOf(1, 2), 'channel-deleted', NOON);
      await nameGap(store, 30, 40);
      await nameGap(store, 10, 20);
      expect((await store.ledger.gaps(GUILD)).map((known) => known.channelId)).toEqual([
        CHANNEL,
        CHANNEL,
        OTHER_CHANNEL,
      ]);
      expect(await store.ledger.gaps(OTHER_GUILD)).toEqual([]);
    });

    it('make their channel known, as ranges do', async () => {
      const store = await bench().open();
      expect(await store.ledger.channels(GUILD)).toEqual([]);
      await store.ledger.nameGap(GUILD, OTHER_CHANNEL, rangeOf(1, 2), 'no-permission', NOON);
      await store.ledger.commit(aBatch(1, 2));
      await store.ledger.commit(aBatch(3, 4, { channelId: OTHER_CHANNEL }));
      expect(await store.ledger.channels(GUILD)).toEqual([CHANNEL, OTHER_CHANNEL]);
    });
  });
}
