import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../src/domain/alert.js';
import type { Flag } from '../../src/domain/flag.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { COUNT_UP_AFTER_MS } from '../../src/store/touch-card.js';
import { CALL, campaignBench, HOUR_MS, NEAR, NOTHING, SPELT } from './campaign-bench.js';
import type { StoreBench } from './store-bench.js';
import {
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

const OTHER = 'имшаб ҳама ба майдони шаҳр бо силоҳ биёед';
const DISMISSED: Verdict = { kind: 'false-alarm', by: toSnowflake('8001'), at: minutesLater(5) };

export function campaignsContract(bench: () => StoreBench): void {
  const { take, openWith, idsDue, campaignOf } = campaignBench(bench);

  describe('campaigns', () => {
    it('put copies on the card of the first, whatever their spelling, and count messages, channels and wordings', async () => {
      const store = await openWith(
        aFlag(1, { text: CALL }),
        aFlag(2, { text: SPELT }),
        aFlag(3, { text: NEAR, channelId: OTHER_CHANNEL }),
        aFlag(3, { id: 'edit', text: CALL, channelId: OTHER_CHANNEL, editedAt: minutesLater(1) }),
        aFlag(4, { text: OTHER }),
      );
      expect(await idsDue(store)).toEqual(['flag-1', 'flag-4']);
      expect(await campaignOf(store, 'flag-1')).toMatchObject({
        number: 1,
        copies: 3,
        wordings: 2,
        channels: 2,
        places: [
          { channelId: CHANNEL, copies: 2 },
          { channelId: OTHER_CHANNEL, messageId: idOf(3), copies: 1 },
        ],
        like: [],
      });
      expect(await campaignOf(store, 'flag-4')).toMatchObject({ number: 2, copies: 1 });
    });

    it.each<[string, Partial<Flag>]>([
      ['another community', { guildId: OTHER_GUILD }],
      ['another category', { category: 'praise' }],
      ['another polarity', { polarity: 'unclear' }],
    ])('never mix with those of %s', async (_name, change) => {
      const store = await openWith(aFlag(1, { text: CALL }));
      const other = aFlag(2, { text: CALL, ...change });
      await store.ledger.commit({ ...flagsOnly(other), guildId: other.guildId, campaignsOpenForMs: HOUR_MS });
      expect(await campaignOf(store, 'flag-2')).toMatchObject({ copies: 1 });
      expect(await campaignOf(store, 'flag-1')).toMatchObject({ copies: 1 });
    });

    it('are joined once by a message that arrives twice', async () => {
      const store = await openWith(aFlag(1, { text: CALL }), aFlag(2, { text: CALL }));
      await take(store, aFlag(2, { id: 'again', text: CALL }));
      await take(store, aFlag(1, { id: 'again-1', text: CALL }));
      expect(await campaignOf(store, 'flag-1')).toMatchObject({ copies: 2 });
    });

    it('are opened once by two writers that see copies at once in two channels', async () => {
      const [first, second] = [await bench().open(), await bench().open()];
      const copies = Array.from({ length: 12 }, (_, n) =>
        aFlag(n, { text: n % 2 ? CALL : NEAR, channelId: n % 2 ? CHANNEL : OTHER_CHANNEL }),
      );
      await Promise.all(copies.map((flag, n) => take(n % 2 ? first : second, flag)));
      const due = await idsDue(first);
      expect(due).toHaveLength(1);
      expect(await campaignOf(second, due[0] ?? '')).toMatchObject({ copies: 12, channels: 2, wordings: 2 });
    });

    it('close so long after their first message, and the next copy opens another', async () => {
      const store = await openWith(aFlag(1, { text: CALL }));
      await take(store, aFlag(2, { text: CALL }), minutesLater(24 * 60 - 1));
      await take(store, aFlag(3, { text: CALL }), minutesLater(24 * 60));
      expect(await idsDue(store)).toEqual(['flag-1', 'flag-3']);
    });

    it('let every flag have a card of its own where they are turned off', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1, { text: CALL }), aFlag(2, { text: CALL })));
      expect(await idsDue(store)).toEqual(['flag-1', 'flag-2']);
      expect(await campaignOf(store, 'flag-1')).toBeUndefined();
    });

    it('count cards in the report, not copies', async () => {
      const store = await openWith(aFlag(1, { text: CALL }), aFlag(2, { text: CALL }), aFlag(3, { text: CALL }));
      await store.alerts.decide('flag-1', DISMISSED);
      const counted = await store.counts.alerts(GUILD, { from: NOON, to: minutesLater(1) });
      expect(counted).toMatchObject([{ verdict: 'false-alarm', count: 1 }]);
      const scores = await store.cardScores.read(GUILD, { from: NOON, to: minutesLater(1) });
      expect(scores).toEqual([{ language: 'tg', level: 'review', score: 2.25, verdict: 'false-alarm' }]);
      expect(await store.cardScores.read(GUILD, { from: minutesLater(-1), to: NOON })).toEqual([]);
    });

    it('are counted for the report by their messages of the period, the biggest first, erased ones included', async () => {
      const week = { from: NOON, to: minutesLater(1) };
      const store = await openWith(
        aFlag(1, { text: OTHER }),
        aFlag(2, { text: CALL }),
        aFlag(3, { text: NEAR, channelId: OTHER_CHANNEL }),
        aFlag(3, { id: 'edit', text: CALL, channelId: OTHER_CHANNEL, editedAt: minutesLater(1) }),
        aFlag(4, { text: CALL }),
      );
      const campaign = { number: 2, category: 'join', copies: 3 };
      expect(await store.counts.campaigns(GUILD, week)).toEqual([{ ...campaign, channels: 2 }]);
      expect(await store.counts.campaigns(GUILD, { from: minutesLater(1), to: minutesLater(2) })).toEqual([]);
      expect(await store.counts.campaigns(OTHER_GUILD, week)).toEqual([]);

      const later = minutesLater(60);
      expect(await store.counts.erased(GUILD, { from: NOON, to: minutesLater(61) })).toBe(0);
      await store.flags.eraseExpired(GUILD, { ...NOTHING, textBefore: later, now: later });
      expect(await store.counts.erased(GUILD, { from: NOON, to: minutesLater(61) })).toBe(5);
      expect(await store.counts.erased(GUILD, { from: NOON, to: later })).toBe(0);
      // Which of the erased flags were one message is not known any more.
      expect(await store.counts.campaigns(GUILD, week)).toEqual([{ ...campaign, copies: 4, channels: 0 }]);
    });
  });

  describe('a verdict on a campaign', () => {
    it('carries over to the very same wording, before and after, and to nothing else', async () => {
      const store = await openWith(aFlag(1, { text: CALL }), aFlag(2, { text: SPELT }), aFlag(3, { text: NEAR }));
      await store.alerts.markPosted('flag-1', CARD, NOON);
      await store.alerts.decide('flag-1', DISMISSED);
      await take(store, aFlag(4, { text: CALL }));
      await take(store, aFlag(5, { text: NEAR }));
      expect(await idsDue(store)).toEqual(['flag-3']);
      expect(await campaignOf(store, 'flag-1')).toMatchObject({ copies: 3, wordings: 1 });
      expect(await campaignOf(store, 'flag-3')).toMatchObject({
        number: 2,
        copies: 2,
        like: [{ number: 1, verdict: 'false-alarm', card: CARD }],
      });
    });

    it('leaves one card for all other wordings, until that is decided', async () => {
      const third = NEAR.replace('кунед', 'намоед');
      const store = await openWith(aFlag(1, { text: CALL }), aFlag(2, { text: NEAR }), aFlag(3, { text: third }));
      await store.alerts.decide('flag-1', DISMISSED);
      expect(await idsDue(store)).toEqual(['flag-2']);
      await store.alerts.decide('flag-2', { ...DISMISSED, kind: 'confirmed', at: minutesLater(9) });
      expect(await idsDue(store)).toEqual(['flag-3']);
      expect(await campaignOf(store, 'flag-3')).toMatchObject({
        like: [
          { number: 2, verdict: 'confirmed' },
          { number: 1, verdict: 'false-alarm' },
        ],
      });
    });

    it('is found by copies that join at the same moment, or leaves them a card', async () => {
      const [first, second] = [await openWith(aFlag(1, { text: CALL })), await bench().open()];
      const near = Array.from({ length: 6 }, (_, n) => aFlag(10 + n, { text: NEAR }));
      await Promise.all([first.alerts.decide('flag-1', DISMISSED), ...near.map((flag) => take(second, flag))]);
      const [due, ...more] = await idsDue(first);
      expect(more).toEqual([]);
      expect(await campaignOf(first, due ?? '')).toMatchObject({ copies: 6 });
    });
  });

  describe('an urgent copy', () => {
    it('gets a card of its own beside one to review, and only the first of a campaign pings', async () => {
      const store = await openWith(
        aFlag(1, { text: CALL }),
        aFlag(2, { text: NEAR, level: 'urgent' }),
        aFlag(3, { text: CALL, level: 'urgent' }),
      );
      expect(await idsDue(store)).toEqual(['flag-2', 'flag-1']);
      expect(await campaignOf(store, 'flag-2')).toMatchObject({ pings: true, copies: 2 });
      expect(await campaignOf(store, 'flag-1')).toMatchObject({ pings: false });
      await store.alerts.markPosted('flag-2', CARD, NOON);
      await store.staleCards.cardGone('flag-2', NOON);
      expect(await campaignOf(store, 'flag-2')).toMatchObject({ pings: false });
      await store.alerts.decide('flag-2', DISMISSED);
      expect(await idsDue(store)).toEqual(['flag-3', 'flag-1']);
      expect(await campaignOf(store, 'flag-3')).toMatchObject({ pings: false });
    });
  });

  describe('the card of a campaign', () => {
    it('wants one edit for all copies of a while, and at once for a verdict', async () => {
      const store = await openWith(aFlag(1, { text: CALL }));
      await store.alerts.markPosted('flag-1', CARD, NOON);
      for (const n of [2, 3, 4]) await take(store, aFlag(n, { text: CALL }), minutesLater(n / 60));
      const [counted, ...others] = await store.staleCards.list(GUILD, 10);
      expect(others).toEqual([]);
      expect(counted?.alert.campaign?.copies).toBe(4);
      expect(counted?.editFrom).toEqual(new Date(minutesLater(2 / 60).getTime() + COUNT_UP_AFTER_MS));
      await store.alerts.decide('flag-1', DISMISSED);
      expect((await store.staleCards.list(GUILD, 10))[0]?.editFrom).toEqual(DISMISSED.at);
    });

    it('says how many copies were deleted', async () => {
      const store = await openWith(aFlag(1, { text: CALL }), aFlag(2, { text: CALL }), aFlag(3, { text: CALL }));
      await store.alerts.markPosted('flag-1', CARD, NOON);
      await store.flags.markDeleted(GUILD, [idOf(2)], minutesLater(1));
      expect(await campaignOf(store, 'flag-1')).toMatchObject({ copies: 3, deleted: 1 });
      expect(await store.staleCards.list(GUILD, 10)).toHaveLength(1);
    });
  });
}
