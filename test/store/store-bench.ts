import type { DatabasePlace } from '../../src/store/database-place.js';
import type { KeySource } from '../../src/store/key.js';
import { openStore, type StoreOptions } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';

/** One empty database that may be opened more than once, and is gone afterwards. */
export interface StoreBench {
  readonly database: DatabasePlace;
  readonly key: KeySource;
  open(overrides?: Partial<StoreOptions>): Promise<Store>;
  /** Runs a statement past the store, as somebody would who has the database and not the key. */
  ask(statement: string): Promise<readonly unknown[]>;
  remove(): Promise<void>;
}

export const SAMPLE_KEY: KeySource = { kind: 'given', text: '5a'.repeat(32) };

/** A bench that closes every store it opened before the database is removed. */
export function createBench(
  database: DatabasePlace,
  key: KeySource,
  { ask, drop }: { readonly ask: StoreBench['ask']; readonly drop: () => Promise<void> },
): StoreBench {
  const opened: Store[] = [];
  return {
    database,
    key,
    ask,
    open: async (overrides) => {
      const store = await openStore({ database, key, ...overrides });
      opened.push(store);
      return store;
    },
    remove: async () => {
      for (const store of opened) await store.close();
      await drop();
    },
  };
}
