import { describe, expect, it } from '@jest/globals';
import type { StoreBench } from './store-bench.js';
import { aFlag, CARD, flagsOnly, GUILD, minutesLater, NOON, OTHER_GUILD } from './store-samples.js';

export function overflowContract(bench: () => StoreBench): void {
  describe('the card that says how many alerts wait', () => {
    it('is opened once, by one of two who see that some wait', async () => {
      const [first, second] = [await bench().open(), await bench().open()];
      const opened = await Promise.all([first.overflow.open(GUILD, NOON), second.overflow.open(GUILD, NOON)]);
      expect(opened.filter(Boolean)).toHaveLength(1);
      expect(await first.overflow.find(GUILD)).toMatchObject({ guildId: GUILD, openedAt: NOON, place: undefined });
      expect(await first.overflow.find(OTHER_GUILD)).toBeUndefined();
    });

    it('keeps its place and number until it is forgotten, and is not mixed up with the next', async () => {
      const { overflow } = await bench().open();
      const card = await overflow.open(GUILD, NOON);
      if (card === undefined) throw new Error('none was open');
      await overflow.markShown(card, CARD, 7, minutesLater(1));
      const shown = { ...card, place: CARD, shown: 7, shownAt: minutesLater(1) };
      expect(await overflow.find(GUILD)).toEqual(shown);
      await overflow.forget(card);
      expect(await overflow.open(GUILD, minutesLater(2))).toMatchObject({ place: undefined, shown: 0 });
      await overflow.markShown(card, CARD, 9, minutesLater(3));
      await overflow.forget(card);
      expect(await overflow.find(GUILD)).toMatchObject({ openedAt: minutesLater(2), place: undefined });
    });

    it('counts cards, not copies', async () => {
      const store = await bench().open();
      const flags = flagsOnly(aFlag(1), aFlag(2), aFlag(3, { text: 'имшаб ҳама ба майдони шаҳр биёед' }));
      await store.ledger.commit({ ...flags, campaignsOpenForMs: 3_600_000 });
      expect(await store.alerts.waiting(GUILD, NOON)).toBe(2);
      await store.alerts.markPosted('flag-1', CARD, NOON);
      expect(await store.alerts.waiting(GUILD, NOON)).toBe(1);
      expect(await store.alerts.waiting(OTHER_GUILD, NOON)).toBe(0);
    });
  });
}
