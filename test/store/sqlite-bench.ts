import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBench, SAMPLE_KEY, type StoreBench } from './store-bench.js';

export interface SqliteBench extends StoreBench {
  /** Holds the data folder, and nothing else yet. */
  readonly folder: string;
  readonly file: string;
}

/** A file in a data folder of its own. */
export async function makeSqliteBench(key = SAMPLE_KEY): Promise<SqliteBench> {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-store-'));
  const file = join(folder, 'data', 'didbon.db');
  const bench = createBench({ kind: 'sqlite', file }, key, async () =>
    rmSync(folder, { recursive: true, force: true }),
  );
  return { ...bench, folder, file };
}
