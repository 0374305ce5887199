import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../src/domain/alert.js';
import type { Flag } from '../../src/domain/flag.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { RefusedError } from '../../src/ports/errors.js';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import { aFlag, CARD, flagsOnly, GUILD, idOf, minutesLater, NOON, OTHER_GUILD } from './store-samples.js';

const CONFIRMED: Verdict = { kind: 'confirmed', by: toSnowflake('8001'), at: minutesLater(5) };
const DISMISSED: Verdict = { kind: 'false-alarm', by: toSnowflake('8002'), at: minutesLater(6) };

export function alertsContract(bench: () => StoreBench): void {
  const openWith = async (...flags: readonly Flag[]): Promise<Store> => {
    const store = await bench().open();
    await store.ledger.commit(flagsOnly(...flags));
    return store;
  };
  const idsDue = async (store: Store, limit = 10) =>
    (await store.alerts.due(GUILD, NOON, limit)).map((alert) => alert.id);
  const idsStale = async (store: Store) => (await store.staleCards.list(GUILD, 10)).map(({ alert }) => alert.id);

  describe('alerts', () => {
    it('come back as they were stored', async () => {
      const flag = aFlag(1, { editedAt: minutesLater(-3), reasons: [], polarity: 'unclear' });
      const { alerts } = await openWith(flag);
      expect(await alerts.find(flag.id)).toEqual({
        id: flag.id,
        flag,
        dueAt: NOON,
        triedAt: undefined,
        card: undefined,
        verdict: undefined,
      });
      expect(await alerts.find('unknown')).toBeUndefined();
    });

    it('keep text with lone surrogates, quotes and line breaks', async () => {
      const text = `"a'\n\u{1F600} \ud800 ҷ`;
      const { alerts } = await openWith(aFlag(1, { text }));
      expect((await alerts.find('flag-1'))?.flag.text).toBe(text);
    });

    it('are due with the urgent first, then by age', async () => {
      const store = await bench().open();
      const commit = (flag: Flag, at: Date) => store.ledger.commit({ ...flagsOnly(flag), at });
      await commit(aFlag(2), minutesLater(-5));
      await commit(aFlag(1), minutesLater(-9));
      await commit(aFlag(3, { level: 'urgent' }), minutesLater(-1));
      await commit(aFlag(4, { level: 'urgent' }), minutesLater(1));
      await commit(aFlag(5, { guildId: OTHER_GUILD }), minutesLater(-9));
      expect(await idsDue(store)).toEqual(['flag-3', 'flag-1', 'flag-2']);
      expect(await idsDue(store, 2)).toEqual(['flag-3', 'flag-1']);
    });

    it('tell how long each decision of a period took, quickest first', async () => {
      const { alerts, counts } = await openWith(aFlag(1), aFlag(2), aFlag(3), aFlag(4));
      await alerts.decide('flag-1', { ...CONFIRMED, at: minutesLater(30) });
      await alerts.decide('flag-2', { ...DISMISSED, at: minutesLater(2) });
      await alerts.decide('flag-3', { ...DISMISSED, at: minutesLater(90) });
      const hour = { from: NOON, to: minutesLater(60) };
      expect(await counts.decisionTimes(GUILD, hour)).toEqual([2 * 60_000, 30 * 60_000]);
      expect(await counts.decisionTimes(OTHER_GUILD, hour)).toEqual([]);
    });

    it('count the terms among their reasons, by meaning, once a flag, and none of what was erased', async () => {
      const term = (gloss: string) => ({
        ...{ kind: 'term' as const, text: 'sample', role: 'group', weight: 1, start: 0, end: 6 },
        gloss,
      });
      const pattern = { ...term('join the group'), kind: 'pattern' as const };
      const store = await openWith(
        aFlag(1, { reasons: [term('caliphate'), term('caliphate'), pattern] }),
        aFlag(2, { reasons: [term('caliphate'), term('join')] }),
        aFlag(3, { reasons: [term('join')], flaggedAt: minutesLater(-99) }),
        aFlag(4, { reasons: [term('erased')], deletedAt: minutesLater(1) }),
      );
      const past = minutesLater(-9_999);
      await store.flags.eraseExpired(GUILD, {
        ...{ deletedBefore: minutesLater(2), textBefore: past, confirmedBefore: past, countsBefore: past },
        ...{ auditBefore: past, now: minutesLater(3) },
      });
      expect(await store.counts.terms(GUILD, { from: NOON, to: minutesLater(60) })).toEqual([
        { role: 'group', gloss: 'caliphate', count: 2 },
        { role: 'group', gloss: 'join', count: 1 },
      ]);
    });

    it('note only the first try to post', async () => {
      const { alerts } = await openWith(aFlag(1));
      const answers = await Promise.all([
        alerts.markTried('flag-1', NOON),
        alerts.markTried('flag-1', minutesLater(1)),
      ]);
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await alerts.markTried('flag-1', minutesLater(2))).toBe(false);
      expect((await alerts.find('flag-1'))?.triedAt).toEqual(answers[0] ? NOON : minutesLater(1));
    });

    it('keep the first card and tell of a double', async () => {
      const store = await openWith(aFlag(1), aFlag(2));
      expect(await store.alerts.markPosted('flag-1', CARD, NOON)).toBe(true);
      expect(await store.alerts.markPosted('flag-1', { ...CARD, messageId: idOf(9) }, NOON)).toBe(false);
      expect(await store.alerts.markPosted('unknown', CARD, NOON)).toBe(false);
      expect((await store.alerts.find('flag-1'))?.card).toEqual(CARD);
      expect(await idsDue(store)).toEqual(['flag-2']);
    });

    it('are decided once, and the second presser learns by whom', async () => {
      const first = await openWith(aFlag(1));
      const second = await bench().open();
      const answers = await Promise.all([
        first.alerts.decide('flag-1', CONFIRMED),
        second.alerts.decide('flag-1', DISMISSED),
      ]);
      expect(answers.filter((answer) => answer?.won)).toHaveLength(1);
      const winner = answers[0]?.won === true ? CONFIRMED : DISMISSED;
      expect((await first.alerts.find('flag-1'))?.verdict).toEqual(winner);
      expect(await second.alerts.decide('flag-1', CONFIRMED)).toMatchObject({ won: false, alert: { verdict: winner } });
    });

    it('cannot be decided when nobody knows them', async () => {
      const { alerts } = await bench().open();
      expect(await alerts.decide('unknown', CONFIRMED)).toBeUndefined();
    });

    it('that two must confirm tell the first person from the second, also when both press at once', async () => {
      const [first, second] = [await openWith(aFlag(1)), await bench().open()];
      const [one, two] = [CONFIRMED.by, DISMISSED.by];
      const turns = await Promise.all([
        first.alerts.support('flag-1', one, NOON),
        second.alerts.support('flag-1', two, NOON),
      ]);
      expect([...turns].sort()).toEqual(['first', 'second']);
      const [early, late] = turns[0] === 'first' ? [one, two] : [two, one];
      expect(await second.alerts.support('flag-1', early, NOON)).toBe('same');
      expect(await first.alerts.support('flag-1', late, NOON)).toBe('second');
      await expect(first.alerts.support('unknown', one, NOON)).rejects.toThrow(RefusedError);
    });

    it('are counted by category, level, language and verdict', async () => {
      const store = await openWith(aFlag(1), aFlag(2), aFlag(3, { level: 'urgent', language: 'ru' }));
      await store.alerts.decide('flag-2', CONFIRMED);
      const period = { from: NOON, to: minutesLater(1) };
      const row = { category: 'join', level: 'review', language: 'tg', verdict: undefined, count: 1 };
      const counted = await store.counts.alerts(GUILD, period);
      expect(counted).toHaveLength(3);
      expect(counted).toEqual(
        expect.arrayContaining([row, { ...row, verdict: 'confirmed' }, { ...row, level: 'urgent', language: 'ru' }]),
      );
      expect(await store.counts.alerts(GUILD, { from: minutesLater(-1), to: NOON })).toEqual([]);
    });
  });

  describe('stale cards', () => {
    it('are those whose card does not show the verdict or the deletion, oldest change first', async () => {
      const store = await openWith(aFlag(1), aFlag(2), aFlag(3));
      for (const id of ['flag-1', 'flag-2', 'flag-3']) await store.alerts.markPosted(id, CARD, NOON);
      expect(await idsStale(store)).toEqual([]);
      await store.alerts.decide('flag-2', DISMISSED);
      await store.flags.markDeleted(GUILD, [idOf(1)], minutesLater(1));
      expect(await idsStale(store)).toEqual(['flag-1', 'flag-2']);
    });

    it('are fresh once edited, unless something changed meanwhile', async () => {
      const store = await openWith(aFlag(1));
      await store.alerts.markPosted('flag-1', CARD, NOON);
      await store.alerts.decide('flag-1', CONFIRMED);
      const [shown] = await store.staleCards.list(GUILD, 1);
      await store.flags.markDeleted(GUILD, [idOf(1)], minutesLater(9));
      await store.staleCards.markFresh('flag-1', shown?.revision ?? -1);
      const [changed] = await store.staleCards.list(GUILD, 1);
      expect(changed?.alert.flag.deletedAt).toEqual(minutesLater(9));
      await store.staleCards.markFresh('flag-1', changed?.revision ?? -1);
      expect(await idsStale(store)).toEqual([]);
    });

    it('show a deletion that came while the card was being posted', async () => {
      const store = await openWith(aFlag(1));
      await store.flags.markDeleted(GUILD, [idOf(1)], minutesLater(1));
      await store.alerts.markPosted('flag-1', CARD, minutesLater(2));
      expect(await idsStale(store)).toEqual(['flag-1']);
    });

    it('are posted anew when their card is gone, but not when they were decided', async () => {
      const store = await openWith(aFlag(1), aFlag(2));
      for (const id of ['flag-1', 'flag-2']) {
        await store.alerts.markTried(id, NOON);
        await store.alerts.markPosted(id, CARD, NOON);
      }
      await store.alerts.decide('flag-2', CONFIRMED);
      for (const id of ['flag-1', 'flag-2']) await store.staleCards.cardGone(id, NOON);
      expect(await idsDue(store)).toEqual(['flag-1']);
      expect(await store.alerts.markTried('flag-1', NOON)).toBe(true);
      expect(await idsStale(store)).toEqual([]);
    });
  });
}
