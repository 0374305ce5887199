import { makeSqliteBench } from './sqlite-bench.js';
import { itKeepsTheStoreContract } from './store.contract.js';

itKeepsTheStoreContract('SQLite', makeSqliteBench);
