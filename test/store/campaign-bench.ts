import type { Flag } from '../../src/domain/flag.js';
import type { RetentionLimits, Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import { flagsOnly, GUILD, minutesLater, NOON } from './store-samples.js';

export const HOUR_MS = 3_600_000;

/** One wording, the same in another spelling, and one that differs by a word. */
export const CALL = 'ба сафи мо ҳамроҳ шавед ва дигаронро даъват кунед';
export const SPELT = 'ба сафи мо хамрох шавед ва дигаронро даъват кунед';
export const NEAR = 'ба сафи мо ҳамроҳ шавед ва дӯстонро даъват кунед';

const LONG_AGO = new Date(0);
/** Retention that erases nothing. */
export const NOTHING: RetentionLimits = {
  deletedBefore: LONG_AGO,
  textBefore: LONG_AGO,
  confirmedBefore: LONG_AGO,
  countsBefore: LONG_AGO,
  auditBefore: LONG_AGO,
  now: NOON,
};

/** What tests of campaigns do with a store. */
export function campaignBench(bench: () => StoreBench) {
  const take = (store: Store, flag: Flag, at = NOON) =>
    store.ledger.commit({ ...flagsOnly(flag), channelId: flag.channelId, at, campaignsOpenForMs: 24 * HOUR_MS });
  const openWith = async (...flags: readonly Flag[]): Promise<Store> => {
    const store = await bench().open();
    for (const flag of flags) await take(store, flag);
    return store;
  };
  const idsDue = async (store: Store) =>
    (await store.alerts.due(GUILD, minutesLater(60 * 24 * 40), 20)).map((alert) => alert.id);
  const campaignOf = async (store: Store, id: string) => (await store.alerts.find(id))?.campaign;
  return { take, openWith, idsDue, campaignOf };
}
