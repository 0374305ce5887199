import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { RefusedError, UnavailableError } from '../../src/ports/errors.js';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { SchemaBehindError } from '../../src/store/schema-behind-error.js';
import { hasPostgres, makeEmptyPostgresBench, makePostgresBench, urlOf } from './postgres-bench.js';
import { itKeepsTheStoreContract } from './store.contract.js';
import { SAMPLE_KEY } from './store-bench.js';
import { aBatch, aFlag } from './store-samples.js';

if (await hasPostgres()) {
  itKeepsTheStoreContract('PostgreSQL', makePostgresBench);
  describe('a PostgreSQL store', postgresTests);
} else {
  describe('a PostgreSQL store', () => {
    it.skip('is not tested here: no server answers at DIDBON_TEST_POSTGRES_URL', () => undefined);
  });
}

function postgresTests(): void {
  it('names the command when the database is behind, and migrates once', async () => {
    const bench = await makeEmptyPostgresBench();
    try {
      await expect(bench.open()).rejects.toThrow(SchemaBehindError);
      await expect(bench.open()).rejects.toThrow('didbon migrate');
      expect(await migrate(bench)).not.toEqual([]);
      expect(await migrate(bench)).toEqual([]);
      await bench.open();
    } finally {
      await bench.remove();
    }
  });

  it('is unavailable when nothing answers, and never tells the password', async () => {
    const database = { kind: 'postgres', url: 'postgres://user:hidden-word@127.0.0.1:1/none' } as const;
    const opening = openStore({ database, key: SAMPLE_KEY });
    await expect(opening).rejects.toThrow(UnavailableError);
    await expect(opening).rejects.toThrow('127.0.0.1:1/none');
    await expect(opening).rejects.not.toThrow('hidden-word');
  });

  it('refuses when there is no such database', async () => {
    const database = { kind: 'postgres', url: urlOf('didbon_no_such_database') } as const;
    await expect(openStore({ database, key: SAMPLE_KEY })).rejects.toThrow(RefusedError);
  });

  it('holds neither text nor ids of a flag in clear', async () => {
    const bench = await makePostgresBench();
    try {
      const flag = aFlag(1);
      await (await bench.open()).ledger.commit(aBatch(5, 6, { flags: [flag] }));
      const stored = await dumpFlags(bench.database.kind === 'postgres' ? bench.database.url : '');
      expect(stored).toContain(flag.id);
      for (const secret of [flag.text ?? '', flag.messageId, flag.authorId, flag.channelId])
        expect(stored).not.toContain(secret);
    } finally {
      await bench.remove();
    }
  });
}

async function dumpFlags(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return JSON.stringify((await client.query('select * from flag')).rows);
  } finally {
    await client.end();
  }
}
