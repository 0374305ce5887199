import { expect, it } from '@jest/globals';
import { UnavailableError } from '../../src/ports/errors.js';
import type { StoreBench } from './store-bench.js';
import { aBatch, GUILD } from './store-samples.js';

/** SQLite's driver ends the whole process where a closed database is asked whether it stands in a transaction. */
export function closingContract(bench: () => StoreBench): void {
  it('closes only when the reads and writes that were begun are over', async () => {
    const store = await bench().open();
    const over: string[] = [];
    const begun = [
      store.ledger.commit(aBatch(1, 5)).then(() => over.push('commit')),
      store.counts.total(GUILD).then(() => over.push('read')),
      store.ledger.commit(aBatch(6, 9)).then(() => over.push('commit')),
    ];
    await store.close().then(() => over.push('closed'));
    await Promise.all(begun);
    expect(over).toHaveLength(4);
    expect(over.at(-1)).toBe('closed');
    expect(await (await bench().open()).counts.total(GUILD)).toBe(9);
  });

  it('is unavailable once it is closed, to reads and to writes', async () => {
    const store = await bench().open();
    await store.close();
    await expect(store.counts.total(GUILD)).rejects.toThrow(UnavailableError);
    await expect(store.flags.markDeleted(GUILD, [], new Date(0))).resolves.toBe(0);
    await expect(store.ledger.commit(aBatch(1, 5))).rejects.toThrow(UnavailableError);
    await store.close();
  });
}
