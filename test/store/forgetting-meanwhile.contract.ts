import { expect, it } from '@jest/globals';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import { aBatch, aFlag, CHANNEL, GUILD, minutesLater } from './store-samples.js';

const ROUNDS = 20;
const LATER = minutesLater(30);

const FORGET: readonly [string, (store: Store) => Promise<unknown>][] = [
  [
    'channel',
    ({ erasure }) => erasure.forget({ guildId: GUILD, kind: 'channel', id: CHANNEL, actor: 'operator', at: LATER }),
  ],
  [
    'community',
    ({ erasure }) => erasure.forgetCommunity({ guildId: GUILD, actor: 'operator', at: LATER, canEditCards: false }),
  ],
];

export function forgettingMeanwhileContract(bench: () => StoreBench): void {
  it.each(FORGET)('keeps nothing that was committed while its %s is forgotten', async (_kind, forget) => {
    // Two, since what goes through one store may take turns there.
    const [reading, forgetting] = [await bench().open(), await bench().open()];
    for (let n = 0; n < 10 * ROUNDS; n += 10) {
      await bench().ask('delete from erasure');
      await reading.ledger.commit(aBatch(n, n + 1, { flags: [aFlag(n)] }));
      const flags = [aFlag(n + 2), aFlag(n + 3)];
      await Promise.all([reading.ledger.commit(aBatch(n + 2, n + 9, { flags })), forget(forgetting)]);
      expect(await bench().ask('select id from flag where sealed is not null')).toEqual([]);
      expect(await bench().ask(`select count from tally where channel_id = '${CHANNEL}'`)).toEqual([]);
    }
  });
}
