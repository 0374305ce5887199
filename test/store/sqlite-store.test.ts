import { afterAll, beforeAll } from '@jest/globals';
import { copySqliteBench, makeSqliteBench } from './sqlite-bench.js';
import { itKeepsTheStoreContract } from './store.contract.js';

/** Has its tables: making them takes longer than most tests. */
const empty = await makeSqliteBench();
beforeAll(async () => {
  await (await empty.open()).close();
});
afterAll(() => empty.remove());

itKeepsTheStoreContract('SQLite', () => copySqliteBench(empty));
