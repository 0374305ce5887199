import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { systemClock } from '../../dist/adapters/system/clock.js';
import { startDiscordServer } from '../../dist/sandbox/discord/server.js';
import { createCipher } from '../../dist/store/cipher.js';
import { startProgram, until } from '../soak/bot-process.mjs';

const CHANNELS = 50;
const COMMUNITIES = 5;

/** A local Discord at Discord's own rates: five communities, fifty channels; and the bot, in a process of its own. */
export async function openPlace({ readingPerSecond = 25 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-load-'));
  const server = await startDiscordServer({ clock: systemClock, heartbeatIntervalMs: 10_000, keepPerChannel: 200_000 });
  const guilds = Array.from({ length: COMMUNITIES }, (_, n) => {
    const id = server.addGuild(`Load ${n}`);
    return { id, moderators: server.addChannel(id, 'moderators'), member: server.addMember(id, 'Anvar') };
  });
  const channels = Array.from({ length: CHANNELS }, (_, n) => {
    const guild = guilds[n % COMMUNITIES];
    return { id: server.addChannel(guild.id, `talk-${n}`), member: guild.member };
  });

  const key = randomBytes(32);
  const file = join(folder, 'data', 'didbon.sqlite');
  const logFile = join(folder, 'log.txt');
  const config = join(folder, 'config.yaml');
  const vitals = `127.0.0.1:${await freePort()}`;
  const communities = guilds.map(
    ({ id, moderators }) => `  "${id}": { moderatorChannel: "${moderators}", alertsPerHour: 1000 }\n`,
  );
  writeFileSync(config, `discord: { readingPerSecond: ${readingPerSecond} }\ncommunities:\n${communities.join('')}`);

  return {
    ...{ server, guilds, channels, logFile },
    cipher: createCipher(new Uint8Array(key)),
    async startBot() {
      const env = {
        DIDBON_TOKEN: server.token,
        DIDBON_DISCORD_API: server.apiUrl,
        DIDBON_CONFIG: config,
        DIDBON_DATA_DIR: join(folder, 'data'),
        DIDBON_KEY: key.toString('base64'),
        DIDBON_VITALS: vitals,
      };
      const bot = startProgram(['run'], { cwd: folder, env, logFile });
      const isReady = () =>
        fetch(`http://${vitals}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        );
      if (!(await until(isReady, 60_000, 50))) throw new Error('the bot did not become ready');
      return bot;
    },
    /** What the bot says of itself, by the names of its metrics without labels. */
    async metrics() {
      const text = await (await fetch(`http://${vitals}/metrics`)).text();
      return new Map(text.split('\n').flatMap((line) => (/^\w+ /.test(line) ? [metricOf(line)] : [])));
    },
    /** Opens the database beside the bot that writes it. */
    openDatabase: () => new Database(file, { readonly: true, timeout: 5_000 }),
    cards: () =>
      guilds.flatMap(({ moderators }) =>
        server
          .messages(moderators)
          .filter(({ author, components }) => author.id === server.botId && components?.length),
      ),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function metricOf(line) {
  const [name, value] = line.split(' ');
  return [name, Number(value)];
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
