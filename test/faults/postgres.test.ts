import { afterAll, describe } from '@jest/globals';
import { startTcpProxy, type TcpProxy } from '../../src/sandbox/fault-proxy/start-tcp-proxy.js';
import { migrate } from '../../src/store/migrate.js';
import { createPostgresDatabase, hasPostgres, type PostgresDatabase } from '../store/postgres-bench.js';
import type { AFaultyCommunity } from './a-faulty-community.js';
import { itSurvives, itSurvivesInSoak } from './fault-table.js';
import { nothingLost } from './nothing-lost.js';

const databases: PostgresDatabase[] = [];
afterAll(async () => {
  for (const database of databases) await database.drop();
});

/** A bot whose database stands behind a proxy, which loses it while people talk. */
async function talkThrough(place: AFaultyCommunity, lose: (proxy: TcpProxy) => Promise<void> | void) {
  const database = await createPostgresDatabase();
  databases.push(database);
  await migrate({ database: { kind: 'postgres', url: database.url } });
  const url = new URL(database.url);
  const proxy = await startTcpProxy(Number(url.port));
  url.port = `${proxy.port}`;
  const bot = await place.watch({ database: { kind: 'postgres', url: url.href } });
  await place.talk(15);
  await lose(proxy);
  await place.talk(15);
  const outcome = await nothingLost(place, bot);
  await bot.close();
  await proxy.close();
  return outcome;
}

const isThere = await hasPostgres();
(isThere ? describe : describe.skip)('messages and alerts, kept in PostgreSQL,', () => {
  itSurvives('a database that is started anew', (place) =>
    talkThrough(place, async (proxy) => {
      proxy.cut({ refuse: true });
      await place.talk(10);
      proxy.heal();
    }),
  );

  itSurvivesInSoak('a database that is half-open', (place) => talkThrough(place, (proxy) => proxy.halfOpen()), 180_000);
});
