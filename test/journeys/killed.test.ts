import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { type ACommunity, aCommunity, until } from './a-community.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const MESSAGES = 3_000;
const CALLS = 6;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** `didbon run`, as an operator starts it, against the local Discord. */
function startProcess(place: ACommunity): ChildProcess {
  const config = join(place.folder, 'config.yaml');
  writeFileSync(
    config,
    `communities:\n  "${place.guild}":\n    moderatorChannel: "${place.moderators}"\n    readerRoles: { tajik: ${JSON.stringify(place.community.readerRoles.tajik)} }\n`,
  );
  const child = spawn(process.execPath, [MAIN, 'run'], {
    stdio: 'ignore',
    cwd: place.folder,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DIDBON_TOKEN: place.server.token,
      DIDBON_DISCORD_API: place.server.apiUrl,
      DIDBON_CONFIG: config,
      DIDBON_DATA_DIR: join(place.folder, 'data'),
      DIDBON_KEY_FILE: join(place.folder, 'keys', 'key'),
    },
  });
  children.push(child);
  return child;
}

async function readStore<T>(place: ACommunity, read: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({
    database: { kind: 'sqlite', file: join(place.folder, 'data', 'didbon.sqlite') },
    key: { kind: 'file', path: join(place.folder, 'keys', 'key') },
  });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

function ended(child: ChildProcess): Promise<unknown> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));
}

describe('a bot that is killed', () => {
  it('loses no message, counts each once and posts each card once when it is started again', async () => {
    const place = await aCommunity();
    mkdirSync(join(place.folder, 'keys'), { mode: 0o700 });
    const first = startProcess(place);
    await until('the first bot', () => place.server.gateway.load().connected > 0, 20_000);
    for (let n = 0; n < MESSAGES; n += 1) {
      const call = n % (MESSAGES / CALLS) === 250;
      place.server.post(place.general, place.member, call ? `Ба ДИИШ ҳамроҳ шавед ${n}` : `Салом, ҳамааш хуб аст ${n}`);
      if (n === MESSAGES / 2) {
        await until('some to be read', () => place.cards().length > 0, 20_000);
        first.kill('SIGKILL');
        await ended(first);
      }
    }

    const second = startProcess(place);
    const total = () => readStore(place, (store) => store.counts.total(place.community.guildId));
    await until('all to be counted', async () => (await total()) >= MESSAGES, 30_000);
    await until('all cards', () => place.cards().length >= CALLS, 30_000);
    second.kill('SIGTERM');
    await ended(second);

    expect(second.exitCode).toBe(0);
    expect(await total()).toBe(MESSAGES);
    expect(place.cards()).toHaveLength(CALLS);
    const ranges = await readStore(place, (store) => store.ledger.ranges(toSnowflake(place.general)));
    expect(ranges).toHaveLength(1);
  }, 90_000);
});
