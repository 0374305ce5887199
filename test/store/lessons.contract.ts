import { describe, expect, it } from '@jest/globals';
import type { StoreBench } from './store-bench.js';
import { aFlag, flagsOnly, GUILD, minutesLater, NOON, OTHER_GUILD } from './store-samples.js';

export function lessonsContract(bench: () => StoreBench): void {
  describe('lessons of verdicts', () => {
    it('hold the labels of the pack and no word of the message', async () => {
      const store = await bench().open();
      const reasons = [
        { kind: 'term', text: 'sample', gloss: 'Islamic State', role: 'group', weight: 1, start: 5, end: 11 },
        { kind: 'bayes', text: 'flat', gloss: 'frequent in calls (join)', role: 'join', weight: 1, start: 0, end: 4 },
      ] as const;
      await store.ledger.commit(flagsOnly(aFlag(1, { reasons }), aFlag(2)));
      await store.alerts.decide('flag-1', { kind: 'false-alarm', by: GUILD, at: NOON });
      expect(await store.lessons.keep(GUILD)).toBe(1);
      expect(await store.lessons.keep(GUILD)).toBe(0);
      expect(await store.lessons.list(GUILD, NOON)).toEqual([
        {
          guildId: GUILD,
          ...{ language: 'tg', category: aFlag(1).category, score: 2.25, pack: 'sample@1+0' },
          ...{ verdict: 'false-alarm', at: NOON },
          labels: [{ kind: 'term', role: 'group', gloss: 'Islamic State' }],
        },
      ]);
      expect(await store.lessons.list(OTHER_GUILD, NOON)).toEqual([]);
    });

    it('come once from a card, however many copies its verdict was carried to', async () => {
      const store = await bench().open();
      const copies = [1, 2, 3].map((n) => aFlag(n, { text: 'one flat sample of a text that comes again and again' }));
      await store.ledger.commit({ ...flagsOnly(...copies), campaignsOpenForMs: 60_000 });
      await store.alerts.decide('flag-1', { kind: 'false-alarm', by: GUILD, at: NOON });
      expect(await store.lessons.keep(GUILD)).toBe(1);
      expect(await store.lessons.texts(GUILD)).toHaveLength(1);
    });

    it('outlive the text, and go with the counts', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1)));
      await store.alerts.decide('flag-1', { kind: 'confirmed', by: GUILD, at: NOON });
      await store.lessons.keep(GUILD);
      const [now, never] = [minutesLater(1), new Date(0)];
      const limits = {
        deletedBefore: now,
        textBefore: now,
        confirmedBefore: now,
        countsBefore: never,
        auditBefore: never,
        now,
      };
      expect(await store.flags.eraseExpired(GUILD, limits)).toBe(1);
      expect(await store.lessons.list(GUILD, NOON)).toHaveLength(1);
      await store.lessons.eraseBefore(GUILD, minutesLater(1));
      expect(await store.lessons.list(GUILD, NOON)).toEqual([]);
    });

    it('go when their community is forgotten', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1)));
      await store.alerts.decide('flag-1', { kind: 'confirmed', by: GUILD, at: NOON });
      await store.lessons.keep(GUILD);
      expect(await store.lessons.list(GUILD, NOON)).toHaveLength(1);
      await store.erasure.forgetCommunity({ guildId: GUILD, actor: 'operator', at: NOON, canEditCards: false });
      expect(await store.lessons.list(GUILD, NOON)).toEqual([]);
    });
  });
}
