import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.js';
import { createBench, SAMPLE_KEY, type StoreBench } from './store-bench.js';

const SERVER = process.env['DIDBON_TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

/** A database of its own on the test server, gone when its test file ends. */
export interface PostgresDatabase {
  readonly url: string;
  ask(statement: string): Promise<readonly unknown[]>;
  /** Makes its tables; asked for again, it does nothing. */
  makeTables(): Promise<void>;
  drop(): Promise<void>;
}

/** Whether the suite runs on PostgreSQL: where a server answers, and always in CI, where a missing server is a failure. */
export async function hasPostgres(): Promise<boolean> {
  if (process.env['CI'] === 'true') return true;
  return ask(SERVER, 'select 1').then(
    () => true,
    () => false,
  );
}

/** An empty database, without tables. */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const name = `didbon_test_${randomBytes(6).toString('hex')}`;
  await ask(SERVER, `create database ${name}`);
  const url = urlOf(name);
  const tables: { made?: Promise<unknown> } = {};
  return {
    url,
    ask: (statement) => ask(url, statement),
    makeTables: async () => {
      tables.made ??= migrate({ database: { kind: 'postgres', url } });
      await tables.made;
    },
    drop: async () => {
      await ask(SERVER, `drop database ${name} with (force)`);
    },
  };
}

/** A migrated bench in this database. It is emptied, not dropped, when the bench is removed: making a database takes long. */
export async function makePostgresBench(database: PostgresDatabase): Promise<StoreBench> {
  const place = { kind: 'postgres', url: database.url } as const;
  await database.makeTables();
  return createBench(place, SAMPLE_KEY, { ask: database.ask, drop: () => empty(database) });
}

/** The test server with another database. */
export function urlOf(databaseName: string): string {
  const url = new URL(SERVER);
  url.pathname = `/${databaseName}`;
  return url.href;
}

async function empty(database: PostgresDatabase): Promise<void> {
  await database.ask(`do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
      execute 'delete from ' || quote_ident(name);
    end loop;
  end $$`);
}

async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
