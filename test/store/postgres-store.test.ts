import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RefusedError, UnavailableError } from '../../src/ports/errors.js';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { SchemaBehindError } from '../../src/store/schema-behind-error.js';
import {
  createPostgresDatabase,
  hasPostgres,
  makePostgresBench,
  type PostgresDatabase,
  urlOf,
} from './postgres-bench.js';
import { itKeepsTheStoreContract } from './store.contract.js';
import { SAMPLE_KEY } from './store-bench.js';
import { aBatch, aFlag, GUILD } from './store-samples.js';

if (await hasPostgres()) describe('with a PostgreSQL server', postgresTests);
else
  describe('a PostgreSQL store', () => {
    it.skip('is not tested here: no server answers at DIDBON_TEST_POSTGRES_URL', () => undefined);
  });

function postgresTests(): void {
  const databases: PostgresDatabase[] = [];
  const database = (): PostgresDatabase => {
    const [current] = databases;
    if (current === undefined) throw new Error('a database is there only while tests run');
    return current;
  };

  beforeAll(async () => {
    databases.push(await createPostgresDatabase());
  });

  afterAll(async () => {
    for (const made of databases.splice(0)) await made.drop();
  });

  describe('a PostgreSQL database without tables', () => {
    it('names the command that makes them, which may be given twice', async () => {
      const place = { kind: 'postgres', url: database().url } as const;
      const opening = openStore({ database: place, key: SAMPLE_KEY });
      await expect(opening).rejects.toThrow(SchemaBehindError);
      await expect(opening).rejects.toThrow('didbon migrate');
      expect(await migrate({ database: place })).not.toEqual([]);
      expect(await migrate({ database: place })).toEqual([]);
      await (await openStore({ database: place, key: SAMPLE_KEY })).close();
      await database().ask('truncate meta');
    });
  });

  itKeepsTheStoreContract('PostgreSQL', () => makePostgresBench(database()));

  describe('a PostgreSQL store', () => {
    const removals: (() => Promise<void>)[] = [];

    afterEach(async () => {
      for (const remove of removals.splice(0)) await remove();
    });

    const open = async () => {
      const bench = await makePostgresBench(database());
      removals.push(bench.remove);
      return bench.open();
    };

    it('is unavailable when nothing answers, and never tells the password', async () => {
      const place = { kind: 'postgres', url: 'postgres://user:hidden-word@127.0.0.1:1/none' } as const;
      const opening = openStore({ database: place, key: SAMPLE_KEY });
      await expect(opening).rejects.toThrow(UnavailableError);
      await expect(opening).rejects.toThrow('127.0.0.1:1/none');
      await expect(opening).rejects.not.toThrow('hidden-word');
    });

    it('refuses when there is no such database', async () => {
      const place = { kind: 'postgres', url: urlOf('didbon_no_such_database') } as const;
      await expect(openStore({ database: place, key: SAMPLE_KEY })).rejects.toThrow(RefusedError);
    });

    it('holds neither text nor ids of a flag in clear', async () => {
      const flag = aFlag(1);
      await (await open()).ledger.commit(aBatch(5, 6, { flags: [flag] }));
      const stored = JSON.stringify(await database().ask('select * from flag'));
      expect(stored).toContain(flag.id);
      for (const secret of [flag.text ?? '', flag.messageId]) expect(stored).not.toContain(secret);
    });

    it('works again after the server has dropped its connections', async () => {
      const store = await open();
      await store.ledger.commit(aBatch(1, 5));
      await database().ask(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      // The pool may learn of each broken connection only by its next question, which then is unavailable once.
      const ask = () =>
        store.counts.total(GUILD).then(
          () => undefined,
          (error: unknown) => error,
        );
      for (let broken = await ask(), asked = 1; broken !== undefined && asked < 8; broken = await ask(), asked += 1)
        expect(broken).toBeInstanceOf(UnavailableError);
      expect(await store.ledger.commit(aBatch(4, 8))).toMatchObject({ counted: 3 });
    });
  });
}
