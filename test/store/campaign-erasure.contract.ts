import { describe, expect, it } from '@jest/globals';
import { CALL, campaignBench, NEAR, NOTHING } from './campaign-bench.js';
import type { StoreBench } from './store-bench.js';
import { aFlag, CARD, CHANNEL, GUILD, idOf, minutesLater, NOON, OTHER_CHANNEL } from './store-samples.js';

export function campaignErasureContract(bench: () => StoreBench): void {
  const { take, openWith, idsDue, campaignOf } = campaignBench(bench);

  describe('the erasure of a campaign', () => {
    const later = minutesLater(60);

    it('of one copy takes its place off the card, and keeps the count', async () => {
      const store = await openWith(aFlag(1, { text: CALL }), aFlag(2, { text: CALL, channelId: OTHER_CHANNEL }));
      await store.alerts.markPosted('flag-1', CARD, NOON);
      await store.flags.markDeleted(GUILD, [idOf(2)], minutesLater(1));
      const [before] = await store.staleCards.list(GUILD, 1);
      await store.staleCards.markFresh('flag-1', before?.revision ?? -1);
      await store.flags.eraseExpired(GUILD, { ...NOTHING, deletedBefore: later, now: later });
      const campaign = await campaignOf(store, 'flag-1');
      expect(campaign).toMatchObject({ copies: 2, places: [{ channelId: CHANNEL, copies: 1 }] });
      expect(await store.staleCards.list(GUILD, 1)).toHaveLength(1);
    });

    it('of the message on an undecided card gives the others a new card', async () => {
      const store = await openWith(aFlag(1, { text: CALL }), aFlag(2, { text: CALL }), aFlag(3, { text: NEAR }));
      await store.flags.markDeleted(GUILD, [idOf(1)], minutesLater(1));
      await store.flags.eraseExpired(GUILD, { ...NOTHING, deletedBefore: later, now: later });
      expect(await idsDue(store)).toEqual(['flag-2']);
      expect(await campaignOf(store, 'flag-2')).toMatchObject({ copies: 2, wordings: 2 });
    });

    it('of all texts takes the fingerprints, so that a copy opens another campaign', async () => {
      const store = await openWith(aFlag(1, { text: CALL }), aFlag(2, { text: CALL }));
      await store.flags.eraseExpired(GUILD, { ...NOTHING, textBefore: later, now: later });
      await take(store, aFlag(3, { text: CALL }), later);
      expect(await campaignOf(store, 'flag-3')).toMatchObject({ copies: 1 });
      expect(await idsDue(store)).toEqual(['flag-3']);
    });
  });
}
