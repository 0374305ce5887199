import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.js';
import { createBench, SAMPLE_KEY, type StoreBench } from './store-bench.js';

const SERVER = process.env['DIDBON_TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

/** Whether the suite runs on PostgreSQL: where a server answers, and always in CI, where a missing server is a failure. */
export async function hasPostgres(): Promise<boolean> {
  if (process.env['CI'] === 'true') return true;
  return ask('select 1').then(
    () => true,
    () => false,
  );
}

/** A migrated database of its own on the test server. */
export async function makePostgresBench(): Promise<StoreBench> {
  const bench = await makeEmptyPostgresBench();
  await migrate({ database: bench.database });
  return bench;
}

/** As `makePostgresBench`, without its tables. */
export async function makeEmptyPostgresBench(): Promise<StoreBench> {
  const name = `didbon_test_${randomBytes(6).toString('hex')}`;
  await ask(`create database ${name}`);
  return createBench({ kind: 'postgres', url: urlOf(name) }, SAMPLE_KEY, () =>
    ask(`drop database ${name} with (force)`),
  );
}

/** The test server with another database. */
export function urlOf(databaseName: string): string {
  const url = new URL(SERVER);
  url.pathname = `/${databaseName}`;
  return url.href;
}

async function ask(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
