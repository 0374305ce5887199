import { describe, expect, it } from '@jest/globals';
import { ERASED_ID } from '../../src/domain/erasure.js';
import type { MarkingKind, ReviewEvent } from '../../src/domain/review.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import { aFlag, CARD, flagsOnly, GUILD, idOf, minutesLater, NOON, OTHER_GUILD } from './store-samples.js';

const ONE = toSnowflake('8001');
const TWO = toSnowflake('8002');
const LONG_AGO = new Date(0);
const EVERYTHING = {
  deletedBefore: minutesLater(60),
  textBefore: minutesLater(60),
  confirmedBefore: minutesLater(60),
  countsBefore: LONG_AGO,
  auditBefore: LONG_AGO,
  now: minutesLater(60),
};

export function reviewsContract(bench: () => StoreBench): void {
  const openWithFlag = async (): Promise<Store> => {
    const store = await bench().open();
    await store.ledger.commit(flagsOnly(aFlag(1)));
    return store;
  };
  const event = (kind: MarkingKind, by = ONE, note?: string): ReviewEvent<MarkingKind> => ({
    kind,
    by,
    at: minutesLater(1),
    note,
  });
  const decided = { kind: 'confirmed', by: ONE, at: minutesLater(2) } as const;

  describe('marks', () => {
    it('come back as they were made, and make the card stale', async () => {
      const store = await openWithFlag();
      await store.alerts.markPosted('flag-1', CARD, NOON);
      await store.reviews.mark('flag-1', event('claimed'));
      await store.reviews.mark('flag-1', event('asked', TWO));
      const result = await store.reviews.mark('flag-1', event('held', TWO, 'reported: "ҷ"'));
      const at = minutesLater(1);
      const marks = {
        claim: { by: ONE, at },
        unsure: undefined,
        asked: { by: TWO, at },
        hold: { by: TWO, at, reason: 'reported: "ҷ"', copies: 1 },
      };
      expect(result).toMatchObject({ won: true, alert: { marks } });
      expect((await store.alerts.find('flag-1'))?.marks).toEqual(marks);
      expect(await store.staleCards.list(GUILD, 5)).toHaveLength(1);
      expect(await store.reviews.mark('unknown', event('claimed'))).toBeUndefined();
    });

    it('are one person’s when two mark at once', async () => {
      const [first, second] = [await openWithFlag(), await bench().open()];
      const results = await Promise.all([
        first.reviews.mark('flag-1', event('claimed', ONE)),
        second.reviews.mark('flag-1', event('claimed', TWO)),
      ]);
      expect(results.filter((result) => result?.won)).toHaveLength(1);
      const winner = results[0]?.won ? ONE : TWO;
      for (const result of results) expect(result?.alert.marks?.claim?.by).toBe(winner);
      expect(await first.reviews.history('flag-1')).toHaveLength(1);
    });

    it('lose nothing when two people do different things at once', async () => {
      const [first, second] = [await openWithFlag(), await bench().open()];
      await Promise.all([
        first.reviews.mark('flag-1', event('claimed', ONE)),
        second.reviews.mark('flag-1', event('held', TWO, 'why')),
        first.alerts.decide('flag-1', decided),
      ]);
      const alert = await second.alerts.find('flag-1');
      expect(alert?.marks?.hold?.by).toBe(TWO);
      expect(alert?.verdict).toEqual(decided);
    });

    it('go with the text, and so does what was written with them', async () => {
      const store = await openWithFlag();
      await store.reviews.mark('flag-1', event('held', ONE, 'quotes the text'));
      await store.flags.eraseExpired(GUILD, EVERYTHING);
      expect((await store.alerts.find('flag-1'))?.marks).toBeUndefined();
      expect(await store.reviews.history('flag-1')).toEqual([{ ...event('held'), note: undefined }]);
      expect(await store.reviews.mark('flag-1', event('held', TWO, 'too late'))).toMatchObject({ won: false });
    });

    it('of a hold keep the text past its author’s deletion, but not past its days', async () => {
      const store = await openWithFlag();
      await store.reviews.mark('flag-1', event('held'));
      await store.flags.markDeleted(GUILD, [idOf(1)], minutesLater(2));
      const deletions = { ...EVERYTHING, textBefore: LONG_AGO, confirmedBefore: LONG_AGO };
      expect(await store.flags.eraseExpired(GUILD, deletions)).toBe(0);
      expect(await store.flags.eraseExpired(GUILD, EVERYTHING)).toBe(1);
    });
  });

  describe('the history of an alert', () => {
    it('tells every act in its order, with verdicts, and stands in the audit log without what was written', async () => {
      const store = await openWithFlag();
      await store.reviews.mark('flag-1', event('held', TWO, 'secret words'));
      await store.alerts.support('flag-1', ONE, minutesLater(2));
      await store.alerts.decide('flag-1', { ...decided, by: TWO });
      await store.reviews.note('flag-1', { kind: 'author-timed-out', by: TWO, at: minutesLater(3), note: '60' });
      expect((await store.reviews.history('flag-1')).map(({ kind, by }) => [kind, by])).toEqual([
        ['held', TWO],
        ['supported', ONE],
        ['confirmed', TWO],
        ['author-timed-out', TWO],
      ]);
      const log = await store.audit.read(GUILD, { limit: 10 });
      expect(log.map(({ action }) => action)).toEqual(['hold', 'support', 'verdict', 'timeout-author']);
      expect(JSON.stringify(log)).not.toContain('secret words');
    });

    it('goes with its alert', async () => {
      const store = await openWithFlag();
      await store.reviews.mark('flag-1', event('claimed'));
      await store.flags.eraseExpired(GUILD, { ...EVERYTHING, countsBefore: minutesLater(60) });
      expect(await store.reviews.history('flag-1')).toEqual([]);
    });
  });

  describe('forgetting', () => {
    const forget = (store: Store, id: typeof ONE) =>
      store.erasure.forget({ guildId: GUILD, kind: 'user', id, actor: 'operator', at: minutesLater(9) });

    it('takes a member of the team out of marks, history, second opinions and pauses, and leaves what they did', async () => {
      const store = await openWithFlag();
      await store.reviews.mark('flag-1', event('claimed', TWO));
      await store.reviews.mark('flag-1', event('held', ONE, 'why'));
      await store.alerts.decide('flag-1', { ...decided, by: TWO }, NOON);
      await store.secondReviews.decide('flag-1', decided);
      await store.pauses.pause(GUILD, { by: ONE, at: NOON, holdsUrgent: false });
      expect((await forget(store, ONE)).names).toBe(5);
      const marks = (await store.alerts.find('flag-1'))?.marks;
      expect(marks?.hold).toEqual({ by: ERASED_ID, at: minutesLater(1), reason: 'why', copies: 1 });
      expect(marks?.claim?.by).toBe(TWO);
      expect((await store.reviews.history('flag-1')).map(({ by }) => by)).toEqual([TWO, ERASED_ID, TWO, ERASED_ID]);
      expect((await store.pauses.find(GUILD))?.by).toBe(ERASED_ID);
    });

    it('of an author beats a hold, and takes what was written with it', async () => {
      const store = await openWithFlag();
      await store.reviews.mark('flag-1', event('held', ONE, 'quotes the text'));
      await forget(store, aFlag(1).authorId);
      const alert = await store.alerts.find('flag-1');
      expect([alert?.flag.text, alert?.marks]).toEqual([undefined, undefined]);
      expect((await store.reviews.history('flag-1'))[0]?.note).toBeUndefined();
    });

    it('of a reporter leaves the report', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1, { category: 'reported', reportedBy: ONE })));
      await forget(store, ONE);
      const flag = (await store.alerts.find('flag-1'))?.flag;
      expect(flag?.reportedBy).toBeUndefined();
      expect(flag?.text).toBe(aFlag(1).text);
    });
  });

  describe('readers who are to be asked', () => {
    it('are due until the call is posted, and the first try is told from others', async () => {
      const store = await openWithFlag();
      expect(await store.asks.due(GUILD, 5)).toEqual([]);
      await store.reviews.mark('flag-1', event('asked'));
      expect((await store.asks.due(GUILD, 5)).map(({ id }) => id)).toEqual(['flag-1']);
      expect(await store.asks.markTried('flag-1', NOON)).toBe(true);
      expect(await store.asks.markTried('flag-1', NOON)).toBe(false);
      await store.asks.markPosted('flag-1', NOON);
      expect(await store.asks.due(GUILD, 5)).toEqual([]);
    });
  });

  describe('reports by members', () => {
    it('are counted by who reported, and say nothing of it once erased', async () => {
      const store = await bench().open();
      const reported = { category: 'reported', reportedBy: ONE } as const;
      await store.ledger.commit(flagsOnly(aFlag(1, reported), aFlag(2, { ...reported, reportedBy: TWO }), aFlag(3)));
      expect(await store.reviews.reportsBy(GUILD, ONE, NOON)).toBe(1);
      expect(await store.reviews.reportsBy(GUILD, ONE, minutesLater(1))).toBe(0);
      expect(await store.reviews.reportsBy(OTHER_GUILD, ONE, NOON)).toBe(0);
      expect((await store.alerts.find('flag-1'))?.flag.reportedBy).toBe(ONE);
      await store.flags.eraseExpired(GUILD, EVERYTHING);
      expect((await store.alerts.find('flag-1'))?.flag.reportedBy).toBeUndefined();
      expect(await store.reviews.reportsBy(GUILD, ONE, NOON)).toBe(0);
    });
  });

  describe('second opinions', () => {
    const day = { from: NOON, to: minutesLater(600) };

    it('are due at their time until posted, carry no verdict, and are given once', async () => {
      const store = await openWithFlag();
      await store.alerts.decide('flag-1', decided, minutesLater(60));
      await store.alerts.decide('flag-1', decided, minutesLater(30));
      expect(await store.secondReviews.due(GUILD, minutesLater(59), 5)).toEqual([]);
      const due = { id: 'flag-1', language: 'tg', dueAt: minutesLater(60), wasTried: false };
      expect(await store.secondReviews.due(GUILD, minutesLater(60), 5)).toEqual([due]);
      await store.secondReviews.markTried('flag-1', NOON);
      expect(await store.secondReviews.due(GUILD, minutesLater(60), 5)).toEqual([{ ...due, wasTried: true }]);
      await store.secondReviews.markPosted('flag-1', CARD);
      expect(await store.secondReviews.due(GUILD, minutesLater(60), 5)).toEqual([]);
      expect(await store.secondReviews.settled(GUILD, 5)).toEqual([]);

      const opinion = { kind: 'false-alarm', by: TWO, at: minutesLater(61) } as const;
      const answers = await Promise.all([
        store.secondReviews.decide('flag-1', opinion),
        store.secondReviews.decide('flag-1', { ...opinion, kind: 'confirmed' }),
      ]);
      expect([...answers].sort()).toEqual(['decided', 'won']);
      expect(await store.secondReviews.decide('unknown', opinion)).toBe('not-asked');
      expect(await store.secondReviews.settled(GUILD, 5)).toEqual([{ ...due, wasTried: true, card: CARD }]);
      await store.secondReviews.markClosed('flag-1', NOON);
      expect(await store.secondReviews.settled(GUILD, 5)).toEqual([]);
      expect((await store.alerts.find('flag-1'))?.verdict).toEqual(decided);
      const second = answers[0] === 'won' ? 'false-alarm' : 'confirmed';
      expect(await store.secondReviews.pairs(GUILD, day)).toEqual([{ first: 'confirmed', second }]);
      expect(await store.secondReviews.pairs(OTHER_GUILD, day)).toEqual([]);
    });

    it('are not asked for once the text is gone', async () => {
      const store = await openWithFlag();
      await store.alerts.decide('flag-1', decided, NOON);
      await store.flags.eraseExpired(GUILD, EVERYTHING);
      expect(await store.secondReviews.due(GUILD, minutesLater(60), 5)).toEqual([]);
    });
  });

  describe('a pause', () => {
    it('stands until it is ended, for its own community, also for another process', async () => {
      const [first, second] = [await bench().open(), await bench().open()];
      const pause = { by: ONE, at: NOON, holdsUrgent: false };
      expect(await first.pauses.find(GUILD)).toBeUndefined();
      await first.pauses.pause(GUILD, pause);
      expect(await second.pauses.find(GUILD)).toEqual(pause);
      expect(await second.pauses.find(OTHER_GUILD)).toBeUndefined();
      await second.pauses.pause(GUILD, { ...pause, holdsUrgent: true });
      expect((await first.pauses.find(GUILD))?.holdsUrgent).toBe(true);
      const resumed = { by: TWO, at: minutesLater(5) };
      expect(await first.pauses.resume(GUILD, resumed)).toBe(true);
      expect(await first.pauses.resume(GUILD, resumed)).toBe(false);
      expect(await second.pauses.find(GUILD)).toBeUndefined();
      const log = await first.audit.read(GUILD, { limit: 10 });
      expect(log.map(({ action }) => action)).toEqual(['pause', 'pause', 'resume']);
    });
  });
}
