import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
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
  const bench = createBench({ kind: 'sqlite', file }, key, {
    ask: async (statement) => ask(file, statement),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  });
  return { ...bench, folder, file };
}

/** A bench of its own that begins with what is in the database of another, which is closed. */
export async function copySqliteBench(bench: SqliteBench): Promise<SqliteBench> {
  const copy = await makeSqliteBench();
  cpSync(bench.folder, copy.folder, { recursive: true });
  return copy;
}

/** Runs one statement through a connection of its own. */
function ask(file: string, statement: string): readonly unknown[] {
  const database = new Database(file);
  try {
    const prepared = database.prepare(statement);
    if (/^select|returning/i.test(statement)) return prepared.all();
    prepared.run();
    return [];
  } finally {
    database.close();
  }
}
