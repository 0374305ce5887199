import { describe, expect, it } from '@jest/globals';
import type { VerdictKind } from '../../src/domain/alert.js';
import { ERASED_ID } from '../../src/domain/erasure.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { RetentionLimits, Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import {
  aBatch,
  aFlag,
  CARD,
  CHANNEL,
  flagsOnly,
  GUILD,
  idOf,
  minutesLater,
  NOON,
  OTHER_CHANNEL,
  OTHER_GUILD,
} from './store-samples.js';

const LONG_AGO = new Date(0);
const SOON = minutesLater(60);
const NOTHING: RetentionLimits = {
  deletedBefore: LONG_AGO,
  textBefore: LONG_AGO,
  confirmedBefore: LONG_AGO,
  countsBefore: LONG_AGO,
  auditBefore: LONG_AGO,
  now: SOON,
};
const DAY = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-03T00:00:00Z') };

export function flagsContract(bench: () => StoreBench): void {
  const decide = async (store: Store, id: string, kind: VerdictKind | undefined) => {
    if (kind !== undefined) await store.alerts.decide(id, { kind, by: toSnowflake('8001'), at: minutesLater(2) });
  };

  describe('deletions', () => {
    it('mark every flag of the messages, once, in their own community', async () => {
      const store = await bench().open();
      const edited = aFlag(1, { id: 'edited', editedAt: minutesLater(1) });
      await store.ledger.commit(flagsOnly(aFlag(1), edited, aFlag(2), aFlag(3)));
      expect(await store.flags.markDeleted(OTHER_GUILD, [idOf(1)], SOON)).toBe(0);
      expect(await store.flags.markDeleted(GUILD, [idOf(1), idOf(3), idOf(77)], SOON)).toBe(3);
      expect(await store.flags.markDeleted(GUILD, [idOf(1), idOf(2)], minutesLater(99))).toBe(1);
      expect((await store.alerts.find('edited'))?.flag.deletedAt).toEqual(SOON);
      expect(await store.flags.markDeleted(GUILD, [], SOON)).toBe(0);
    });

    it('leave those of the channel that are kept and not deleted', async () => {
      const store = await bench().open();
      const elsewhere = aFlag(4, { channelId: OTHER_CHANNEL });
      await store.ledger.commit(flagsOnly(aFlag(2), aFlag(1), aFlag(3), elsewhere, aFlag(5)));
      const edited = aFlag(2, { id: 'edited', editedAt: minutesLater(1) });
      await store.ledger.commit(flagsOnly(edited));
      await store.flags.markDeleted(GUILD, [idOf(3)], SOON);
      await store.erasure.forget({ guildId: GUILD, kind: 'message', id: idOf(5), actor: 'operator', at: SOON });
      expect(await store.flags.undeleted(GUILD, CHANNEL)).toEqual([idOf(1), idOf(2)]);
      expect(await store.flags.undeleted(OTHER_GUILD, CHANNEL)).toEqual([]);
    });

    it('may be more than fit into one statement', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(0), aFlag(1_999)));
      const purge = Array.from({ length: 2_000 }, (_, index) => idOf(index));
      expect(await store.flags.markDeleted(GUILD, purge, SOON)).toBe(2);
    });
  });

  describe('retention', () => {
    it.each<[string, VerdictKind | undefined, boolean, Partial<RetentionLimits>, number]>([
      ['takes undecided text past its days', undefined, false, { textBefore: SOON }, 1],
      ['takes dismissed text past its days', 'false-alarm', false, { textBefore: SOON }, 1],
      ['leaves confirmed text its own days', 'confirmed', false, { textBefore: SOON }, 0],
      ['takes confirmed text past its days', 'confirmed', false, { confirmedBefore: SOON }, 1],
      ['leaves undecided text what confirmed has', undefined, false, { confirmedBefore: SOON }, 0],
      ['takes deleted text past its hours', 'confirmed', true, { deletedBefore: SOON }, 1],
      ['leaves text that was not deleted', undefined, false, { deletedBefore: SOON }, 0],
      ['leaves deleted text its hours', undefined, true, { deletedBefore: minutesLater(1) }, 0],
      ['leaves what is not older than the limit', undefined, false, { textBefore: NOON }, 0],
    ])('%s', async (_name, verdict, deleted, limits, erased) => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1)));
      await decide(store, 'flag-1', verdict);
      if (deleted) await store.flags.markDeleted(GUILD, [idOf(1)], minutesLater(1));
      expect(await store.flags.eraseExpired(GUILD, { ...NOTHING, ...limits })).toBe(erased);
      expect((await store.alerts.find('flag-1'))?.flag.text === undefined).toBe(erased === 1);
    });

    it('leaves labels and verdict of an erased flag, and nothing of whom it was about', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1)));
      await decide(store, 'flag-1', 'confirmed');
      await store.flags.eraseExpired(GUILD, { ...NOTHING, confirmedBefore: SOON });
      const alert = await store.alerts.find('flag-1');
      expect(alert?.flag).toEqual({
        ...aFlag(1),
        text: undefined,
        reasons: [],
        messageId: ERASED_ID,
        authorId: ERASED_ID,
        channelId: ERASED_ID,
      });
      expect(alert?.verdict?.kind).toBe('confirmed');
      expect(await store.flags.markDeleted(GUILD, [idOf(1)], SOON)).toBe(0);
      expect(await store.counts.alerts(GUILD, DAY)).toMatchObject([{ verdict: 'confirmed', count: 1 }]);
    });

    it('makes the card stale, so that the text goes from Discord, too', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1)));
      await store.alerts.markPosted('flag-1', CARD, NOON);
      const everything = { ...NOTHING, textBefore: SOON, countsBefore: SOON };
      await store.flags.eraseExpired(GUILD, everything);
      const [stale] = await store.staleCards.list(GUILD, 10);
      expect(stale?.alert).toMatchObject({ id: 'flag-1', card: CARD, flag: { text: undefined } });
      await store.staleCards.markFresh('flag-1', stale?.revision ?? -1);
      await store.flags.eraseExpired(GUILD, everything);
      expect(await store.alerts.find('flag-1')).toBeUndefined();
    });

    it('never makes an erased flag due', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1)));
      expect(await store.flags.eraseExpired(GUILD, { ...NOTHING, textBefore: SOON })).toBe(1);
      expect(await store.alerts.due(GUILD, SOON, 10)).toEqual([]);
    });

    it('takes counts past their days, and keeps the total', async () => {
      const store = await bench().open();
      await store.ledger.commit(aBatch(1, 5));
      await store.flags.eraseExpired(GUILD, { ...NOTHING, countsBefore: DAY.from });
      expect(await store.counts.tallies(GUILD, DAY)).toHaveLength(1);
      await store.flags.eraseExpired(GUILD, { ...NOTHING, countsBefore: DAY.to });
      await store.flags.eraseExpired(GUILD, { ...NOTHING, countsBefore: DAY.to });
      expect(await store.counts.tallies(GUILD, DAY)).toEqual([]);
      await store.ledger.commit(aBatch(6, 7));
      expect(await store.counts.total(GUILD)).toBe(7);
    });

    it('finds every community that something is kept of', async () => {
      const store = await bench().open();
      expect(await store.flags.communities()).toEqual([]);
      await store.ledger.commit(flagsOnly(aFlag(1), aFlag(2)));
      await store.ledger.commit(aBatch(1, 5, { guildId: OTHER_GUILD, channelId: OTHER_CHANNEL }));
      expect(await store.flags.communities()).toEqual([GUILD, OTHER_GUILD]);
      await store.flags.eraseExpired(OTHER_GUILD, { ...NOTHING, countsBefore: DAY.to });
      expect(await store.flags.communities()).toEqual([GUILD]);
    });

    it('leaves other communities alone', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1)));
      const all = { ...NOTHING, deletedBefore: SOON, textBefore: SOON, confirmedBefore: SOON, countsBefore: SOON };
      expect(await store.flags.eraseExpired(OTHER_GUILD, all)).toBe(0);
      expect((await store.alerts.find('flag-1'))?.flag).toEqual(aFlag(1));
    });
  });

  describe('cards posted', () => {
    it('are counted since a moment, that moment included', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1), aFlag(2), aFlag(3)));
      await store.alerts.markPosted('flag-1', CARD, minutesLater(1));
      await store.alerts.markPosted('flag-2', CARD, minutesLater(30));
      expect(await store.flags.postedSince(GUILD, minutesLater(1))).toBe(2);
      expect(await store.flags.postedSince(GUILD, minutesLater(2))).toBe(1);
      expect(await store.flags.postedSince(OTHER_GUILD, NOON)).toBe(0);
    });
  });
}
