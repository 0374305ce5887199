import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareIds, toSnowflake } from '../../src/domain/snowflake.js';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import {
  aBatch,
  aFlag,
  aMessage,
  CHANNEL,
  flagsOnly,
  GUILD,
  idOf,
  NOON,
  OTHER_CHANNEL,
  rangeOf,
} from './store-samples.js';

const DAY = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-03T00:00:00Z') };

export function ledgerContract(bench: () => StoreBench): void {
  describe('the ledger', () => {
    it('counts a batch once, however often it is committed', async () => {
      const { ledger, counts } = await bench().open();
      expect(await ledger.commit(aBatch(1, 5))).toEqual({ counted: 5, newFlags: [] });
      expect(await ledger.commit(aBatch(1, 5))).toEqual({ counted: 0, newFlags: [] });
      expect(await counts.total(GUILD)).toBe(5);
    });

    it('makes ranges that touch or overlap one, and keeps others apart', async () => {
      const { ledger } = await bench().open();
      await ledger.commit(aBatch(1, 5));
      await ledger.commit(aBatch(6, 8));
      await ledger.commit(aBatch(10, 12));
      await ledger.commit(aBatch(20, 25));
      await ledger.commit(aBatch(23, 30));
      expect(await ledger.ranges(CHANNEL)).toEqual([rangeOf(1, 8), rangeOf(10, 12), rangeOf(20, 30)]);
      await ledger.commit(aBatch(4, 21));
      expect(await ledger.ranges(CHANNEL)).toEqual([rangeOf(1, 30)]);
    });

    it('counts of an overlapping batch only what was not covered', async () => {
      const { ledger } = await bench().open();
      await ledger.commit(aBatch(1, 5));
      expect(await ledger.commit(aBatch(3, 8))).toMatchObject({ counted: 3 });
    });

    it('orders ids by number, from the smallest to the largest of 64 bits', async () => {
      const { ledger } = await bench().open();
      const [zero, nine, thousand, largest] = ['0', '999', '1000', '18446744073709551615'].map(toSnowflake);
      for (const id of [largest, thousand, nine, zero])
        if (id !== undefined) await ledger.commit({ ...aBatch(1, 1), messages: [], range: { from: id, to: id } });
      expect(await ledger.ranges(CHANNEL)).toEqual([
        { from: zero, to: zero },
        { from: nine, to: thousand },
        { from: largest, to: largest },
      ]);
    });

    it('keeps each channel its own ranges', async () => {
      const { ledger } = await bench().open();
      await ledger.commit(aBatch(1, 5));
      expect(await ledger.commit(aBatch(1, 5, { channelId: OTHER_CHANNEL }))).toMatchObject({ counted: 5 });
      expect(await ledger.ranges(OTHER_CHANNEL)).toEqual([rangeOf(1, 5)]);
    });

    it('counts neither what lies outside the range, nor the same message twice in a batch, nor edits', async () => {
      const { ledger, counts } = await bench().open();
      const messages = [aMessage(2), aMessage(2), aMessage(9)];
      expect(await ledger.commit({ ...aBatch(1, 5), messages })).toMatchObject({ counted: 1 });
      expect(await ledger.commit({ ...flagsOnly(aFlag(2)), messages })).toMatchObject({ counted: 0 });
      expect(await counts.total(GUILD)).toBe(1);
    });

    it('counts a late message once: repeated, or when a range covers it afterwards', async () => {
      const { ledger, counts } = await bench().open();
      await ledger.commit({ ...aBatch(1, 10), messages: [] });
      const late = {
        ...aBatch(5, 5),
        range: undefined,
        messages: [aMessage(5, { late: true }), aMessage(30, { late: true })],
      };
      expect(await ledger.commit(late)).toMatchObject({ counted: 2 });
      expect(await ledger.commit(late)).toMatchObject({ counted: 0 });
      expect(await ledger.commit(aBatch(29, 31))).toMatchObject({ counted: 2 });
      expect(await counts.total(GUILD)).toBe(4);
    });

    it('counts by the day of the message, language and outcome', async () => {
      const { ledger, counts } = await bench().open();
      const messages = [
        aMessage(1),
        aMessage(2),
        aMessage(3, { language: 'ru' }),
        aMessage(4, { language: 'und', outcome: 'no-text' }),
      ];
      await ledger.commit({ ...aBatch(1, 4), messages });
      const tally = { channelId: CHANNEL, day: '2026-03-02', outcome: 'none', language: 'tg', count: 2 };
      expect(await counts.tallies(GUILD, DAY)).toEqual([
        { ...tally, language: 'ru', count: 1 },
        tally,
        { ...tally, language: 'und', outcome: 'no-text', count: 1 },
      ]);
    });

    it('shares no day between adjoining periods that part in the middle of one', async () => {
      const { ledger, counts } = await bench().open();
      await ledger.commit(aBatch(1, 4));
      const earlier = await counts.tallies(GUILD, { from: DAY.from, to: NOON });
      const later = await counts.tallies(GUILD, { from: NOON, to: DAY.to });
      expect(earlier).toHaveLength(1);
      expect(later).toHaveLength(0);
    });

    it('writes nothing of a batch when one part of it fails', async () => {
      const { ledger, counts, alerts } = await bench().open();
      const broken = aFlag(2, { flaggedAt: new Date(Number.NaN) });
      await expect(ledger.commit(aBatch(1, 5, { flags: [aFlag(1), broken] }))).rejects.toThrow();
      expect(await ledger.ranges(CHANNEL)).toEqual([]);
      expect(await counts.total(GUILD)).toBe(0);
      expect(await alerts.find('flag-1')).toBeUndefined();
      expect(await ledger.commit(aBatch(1, 5, { flags: [aFlag(1)] }))).toMatchObject({ counted: 5 });
    });

    it('refuses a range that ends before it begins', async () => {
      const { ledger } = await bench().open();
      await expect(ledger.commit({ ...aBatch(1, 2), range: rangeOf(5, 4) })).rejects.toThrow(RangeError);
    });

    it('remembers across a restart', async () => {
      await (await bench().open()).ledger.commit(aBatch(1, 5, { flags: [aFlag(2)] }));
      const { ledger, alerts } = await bench().open();
      expect(await ledger.commit(aBatch(1, 5))).toMatchObject({ counted: 0 });
      expect((await alerts.find('flag-2'))?.flag).toEqual(aFlag(2));
    });

    it('loses and doubles nothing when two stores commit the same batches at once', async () => {
      const stores = [await bench().open(), await bench().open()];
      const batches = Array.from({ length: 20 }, (_, index) =>
        aBatch(index * 7, index * 7 + 9, { flags: [aFlag(index)] }),
      );
      const commits = stores.flatMap((store) => batches.map((batch) => store.ledger.commit(batch)));
      const results = await Promise.all(commits);
      expect(results.reduce((sum, result) => sum + result.counted, 0)).toBe(143);
      expect(results.flatMap((result) => result.newFlags)).toHaveLength(20);
      expect(await stores[0]?.counts.total(GUILD)).toBe(143);
      expect(await stores[1]?.ledger.ranges(CHANNEL)).toEqual([rangeOf(0, 142)]);
    });

    it('covers the union and counts every message once, whatever the order and repetition of batches', async () => {
      const store = await bench().open();
      let channel = 90_000;
      const pages = fc.array(fc.tuple(fc.nat({ max: 120 }), fc.nat({ max: 15 })), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(pages, async (drawn) => {
          channel += 1;
          await checkUnion(store, toSnowflake(String(channel)), drawn);
        }),
        { numRuns: 25 },
      );
    }, 60_000);
  });

  describe('flags in a batch', () => {
    it('are new once for the same message and edit, whatever their random id', async () => {
      const { ledger } = await bench().open();
      const flag = aFlag(1);
      expect((await ledger.commit(flagsOnly(flag, { ...flag, id: 'again' }))).newFlags).toEqual([flag]);
      expect((await ledger.commit(flagsOnly({ ...flag, id: 'a-restart-later' }))).newFlags).toEqual([]);
      expect((await ledger.commit(flagsOnly(flag))).newFlags).toEqual([]);
    });

    it('are new for a later edit of the message', async () => {
      const { ledger } = await bench().open();
      await ledger.commit(flagsOnly(aFlag(1)));
      const edited = aFlag(1, { id: 'edited', editedAt: new Date('2026-03-02T12:30:00Z') });
      expect((await ledger.commit(flagsOnly(edited))).newFlags).toEqual([edited]);
    });

    it('may be more than fit into one statement', async () => {
      const { ledger, counts } = await bench().open();
      const flags = Array.from({ length: 1_300 }, (_, index) => aFlag(index));
      expect((await ledger.commit(flagsOnly(...flags))).newFlags).toHaveLength(1_300);
      expect(await counts.alerts(GUILD, DAY)).toMatchObject([{ count: 1_300 }]);
    });
  });
}

/** Commits every page twice and in another order, then compares with a plain set of numbers. */
async function checkUnion(
  store: Store,
  channelId: ReturnType<typeof toSnowflake>,
  pages: readonly (readonly [start: number, length: number])[],
): Promise<void> {
  const before = await store.counts.total(GUILD);
  const covered = new Set<number>();
  for (const [start, length] of [...pages, ...[...pages].reverse()]) {
    await store.ledger.commit(aBatch(start, start + length, { channelId }));
    for (let n = start; n <= start + length; n += 1) covered.add(n);
  }
  expect((await store.counts.total(GUILD)) - before).toBe(covered.size);
  const ranges = await store.ledger.ranges(channelId);
  const listed = ranges.flatMap(({ from, to }) => {
    const first = Number(BigInt(from) - BigInt(idOf(0)));
    return Array.from({ length: Number(BigInt(to) - BigInt(from)) + 1 }, (_, index) => first + index);
  });
  expect(listed).toEqual([...covered].sort((a, b) => a - b));
  for (const [index, range] of ranges.entries()) {
    const next = ranges[index + 1];
    if (next !== undefined)
      expect(compareIds(toSnowflake((BigInt(range.to) + 1n).toString()), next.from)).toBeLessThan(0);
  }
}
