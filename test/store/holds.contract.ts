import { describe, expect, it } from '@jest/globals';
import type { Flag } from '../../src/domain/flag.js';
import type { MarkingKind } from '../../src/domain/review.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import { aFlag, flagsOnly, GUILD, idOf, minutesLater, NOON } from './store-samples.js';

const CALL = 'ба сафи мо ҳамроҳ шавед ва дигаронро даъват кунед';
const NEAR = 'ба сафи мо ҳамроҳ шавед ва дӯстонро даъват кунед';
const MODERATOR = toSnowflake('8001');
const LONG_AGO = new Date(0);

export function holdsContract(bench: () => StoreBench): void {
  const take = (store: Store, ...flags: readonly Flag[]) =>
    store.ledger.commit({ ...flagsOnly(...flags), campaignsOpenForMs: 24 * 3_600_000 });
  const mark = (store: Store, id: string, kind: MarkingKind, minute: number) =>
    store.reviews.mark(id, { kind, by: MODERATOR, at: minutesLater(minute), note: 'why' });
  /** Every message is deleted by its author, and the time for it is over; answers whose text is still there. */
  const keptAfterDeletion = async (store: Store, ...numbers: readonly number[]): Promise<readonly number[]> => {
    await store.flags.markDeleted(GUILD, numbers.map(idOf), minutesLater(30));
    const now = minutesLater(60 * 80);
    const never = { textBefore: LONG_AGO, confirmedBefore: LONG_AGO, countsBefore: LONG_AGO, auditBefore: LONG_AGO };
    await store.flags.eraseExpired(GUILD, { ...never, deletedBefore: now, now });
    const found = await Promise.all(numbers.map((n) => store.alerts.find(`flag-${n}`)));
    return numbers.filter((_, index) => found[index]?.flag.text !== undefined);
  };

  describe('a hold on the card of a campaign', () => {
    it('keeps all messages that were on it past their authors’ deletions, and says how many; not what joins later', async () => {
      const store = await bench().open();
      await take(store, aFlag(1, { text: CALL }), aFlag(2, { text: CALL }), aFlag(3, { text: NEAR }));
      await take(store, aFlag(3, { id: 'edit', text: CALL, editedAt: minutesLater(1) }));
      const held = await mark(store, 'flag-1', 'held', 2);
      expect(held?.alert.marks?.hold).toEqual({ by: MODERATOR, at: minutesLater(2), reason: 'why', copies: 3 });
      expect((await store.alerts.find('flag-1'))?.marks?.hold?.copies).toBe(3);
      await take(store, aFlag(4, { text: CALL }));
      expect(await keptAfterDeletion(store, 1, 2, 3, 4)).toEqual([1, 2, 3]);
    });

    it('ends for all of them, also for those that a verdict moved to another card', async () => {
      const store = await bench().open();
      await take(store, aFlag(1, { text: CALL }), aFlag(2, { text: CALL }), aFlag(3, { text: NEAR }));
      await mark(store, 'flag-1', 'held', 2);
      await store.alerts.decide('flag-1', { kind: 'confirmed', by: MODERATOR, at: minutesLater(3) });
      expect((await store.alerts.find('flag-3'))?.campaign?.copies).toBe(1);
      await mark(store, 'flag-1', 'unheld', 4);
      expect(await keptAfterDeletion(store, 1, 2, 3)).toEqual([]);
    });

    it('leaves alone what another hold keeps', async () => {
      const store = await bench().open();
      await take(store, aFlag(1, { text: CALL }), aFlag(2, { text: NEAR }));
      await store.alerts.decide('flag-1', { kind: 'confirmed', by: MODERATOR, at: NOON });
      await mark(store, 'flag-1', 'held', 2);
      await mark(store, 'flag-2', 'held', 3);
      await mark(store, 'flag-1', 'unheld', 4);
      expect(await keptAfterDeletion(store, 1, 2)).toEqual([2]);
    });
  });
}
