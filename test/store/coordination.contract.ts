import { describe, expect, it } from '@jest/globals';
import type { StoreBench } from './store-bench.js';
import { CARD, GUILD, minutesLater, NOON, OTHER_GUILD } from './store-samples.js';

const MINUTE_MS = 60_000;

export function coordinationContract(bench: () => StoreBench): void {
  describe('the lease', () => {
    it('names who holds it', async () => {
      const { lease } = await bench().open();
      expect(await lease.holder('bot')).toBeUndefined();
      await lease.acquire('bot', 'first', NOON, MINUTE_MS);
      expect(await lease.holder('bot')).toBe('first');
    });

    it('refuses a second bot until the first one ends or stops renewing', async () => {
      const [first, second] = [await bench().open(), await bench().open()];
      expect(await first.lease.acquire('bot', 'first', NOON, MINUTE_MS)).toBe(true);
      expect(await second.lease.acquire('bot', 'second', NOON, MINUTE_MS)).toBe(false);
      expect(await second.lease.acquire('other-work', 'second', NOON, MINUTE_MS)).toBe(true);
      expect(await second.lease.acquire('bot', 'second', minutesLater(1), MINUTE_MS)).toBe(true);
      expect(await first.lease.acquire('bot', 'first', minutesLater(1), MINUTE_MS)).toBe(false);
    });

    it('is renewed by its holder', async () => {
      const { lease } = await bench().open();
      await lease.acquire('bot', 'first', NOON, MINUTE_MS);
      expect(await lease.acquire('bot', 'first', minutesLater(0.5), MINUTE_MS)).toBe(true);
      expect(await lease.acquire('bot', 'second', minutesLater(1), MINUTE_MS)).toBe(false);
    });

    it('goes to one of many who ask at once', async () => {
      const stores = [await bench().open(), await bench().open()];
      const asked = stores.flatMap((store, one) =>
        [0, 1, 2].map((two) => store.lease.acquire('bot', `holder-${one}-${two}`, NOON, MINUTE_MS)),
      );
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    });

    it('is released by its holder alone', async () => {
      const { lease } = await bench().open();
      await lease.acquire('bot', 'first', NOON, MINUTE_MS);
      await lease.release('bot', 'second');
      expect(await lease.acquire('bot', 'second', NOON, MINUTE_MS)).toBe(false);
      await lease.release('bot', 'first');
      expect(await lease.acquire('bot', 'second', NOON, MINUTE_MS)).toBe(true);
    });
  });

  describe('report posts', () => {
    it('are first for one caller, tried for the others, posted afterwards', async () => {
      const [one, two] = [await bench().open(), await bench().open()];
      const answers = await Promise.all([one, two].map((store) => store.reportPosts.claim(GUILD, '2026-W09', NOON)));
      expect([...answers].sort()).toEqual(['first', 'tried']);
      await one.reportPosts.markPosted(GUILD, '2026-W09', CARD, NOON);
      expect(await two.reportPosts.claim(GUILD, '2026-W09', NOON)).toBe('posted');
      expect(await two.reportPosts.claim(GUILD, '2026-W10', NOON)).toBe('first');
      expect(await two.reportPosts.claim(OTHER_GUILD, '2026-W09', NOON)).toBe('first');
    });

    it('are listed with whether they are posted', async () => {
      const { reportPosts } = await bench().open();
      await reportPosts.claim(GUILD, '2026-W10', NOON);
      await reportPosts.claim(GUILD, '2026-W09', NOON);
      await reportPosts.claim(OTHER_GUILD, '2026-W08', NOON);
      await reportPosts.markPosted(GUILD, '2026-W09', CARD, NOON);
      expect(await reportPosts.list(GUILD)).toEqual([
        { id: '2026-W09', isPosted: true },
        { id: '2026-W10', isPosted: false },
      ]);
    });
  });
}
