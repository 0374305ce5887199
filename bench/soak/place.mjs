import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { systemClock } from '../../dist/adapters/system/clock.js';
import { publishPack } from '../../dist/publish/publish-pack.js';
import { startDiscordServer } from '../../dist/sandbox/discord/server.js';
import { createCipher } from '../../dist/store/cipher.js';
import { openStore } from '../../dist/store/open-store.js';
import { pause, startProgram, until } from './bot-process.mjs';
import { CALL } from './small-pack.mjs';

const CHANNELS = 4;
/** Nothing is timed here: a busy machine may take long to start a bot. */
export const PATIENCE_MS = 120_000;
/** Midnight of a day that comes every four years: nothing comes round unless a run is about it. */
const LEAP_DAY = '0 0 29 2 *';
const EACH_SECOND = '* * * * * *';

/**
 * One community in a local Discord, a database that outlives its bots, and what people did so far. Further communities, one
 * for each report, stand beside it.
 */
export async function openPlace({ packs, reports, campaignHours }) {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-soak-'));
  const server = await startDiscordServer({
    clock: systemClock,
    rates: 'none',
    heartbeatIntervalMs: 10_000,
    acknowledgeMs: 1_000,
    answerMs: 1_000,
  });
  const guild = server.addGuild('Soak');
  const channels = Array.from({ length: CHANNELS }, (_, n) => server.addChannel(guild, `talk-${n}`));
  const moderators = server.addChannel(guild, 'moderators');
  const readers = server.addRole(guild, 'Readers');
  const reader = server.addMember(guild, 'Zarina', [readers]);
  const member = server.addMember(guild, 'Anvar');
  const reporting = Array.from({ length: reports }, (_, n) => {
    const id = server.addGuild(`Reported ${n}`);
    return { guild: id, moderators: server.addChannel(id, 'moderators') };
  });

  const key = randomBytes(32);
  const file = join(folder, 'data', 'didbon.sqlite');
  const logFile = join(folder, 'log.txt');
  const config = join(folder, 'config.yaml');
  const env = {
    DIDBON_TOKEN: server.token,
    DIDBON_DISCORD_API: server.apiUrl,
    DIDBON_CONFIG: config,
    DIDBON_DATA_DIR: join(folder, 'data'),
    DIDBON_KEY: key.toString('base64'),
    DIDBON_PACK_DIR: packs[0],
  };
  const reported = new Set();
  const writeConfig = () => {
    const community = (id, channel, weeklyReport, more = '') =>
      `  "${id}":\n    moderatorChannel: "${channel}"\n    alertsPerHour: 1000\n${more}    schedules: { catchUp: "${LEAP_DAY}", retention: "${LEAP_DAY}", weeklyReport: "${weeklyReport}" }\n`;
    const own = community(
      guild,
      moderators,
      LEAP_DAY,
      `    campaignHours: ${campaignHours}\n    readerRoles: { russian: ["${readers}"] }\n`,
    );
    const others = reporting.map((place) =>
      community(place.guild, place.moderators, reported.has(place) ? EACH_SECOND : LEAP_DAY),
    );
    writeFileSync(config, `discord: { readingPerSecond: 40 }\ncommunities:\n${own}${others.join('')}`);
  };
  const start = (args) => startProgram(args, { cwd: folder, env, logFile });
  writeConfig();

  return {
    ...{ server, guild, channels, moderators, reader, member, logFile, packs, campaignHours },
    cipher: createCipher(new Uint8Array(key)),
    /** Ids of the messages in each channel, oldest first. */
    posted: new Map(channels.map((channel) => [channel, []])),
    /** Ids of the messages that must alert, whether written so or edited to. */
    calls: new Set(),
    /** What a card said of its alert, by the alert's id: it must stay so. */
    verdicts: new Map(),
    start,
    say(channel, text) {
      const id = server.post(channel, member, text);
      this.posted.get(channel).push(id);
      if (text.startsWith(CALL)) this.calls.add(id);
      return id;
    },
    /** Makes a call of what was none. */
    turn(id, text) {
      server.edit(id, text);
      this.calls.add(id);
    },
    /** Starts the bot and waits for its login. */
    async startBot() {
      const { identified } = server.gateway.logins();
      const bot = start(['run']);
      if (
        !(await until(() => bot.hasExited() || server.gateway.logins().identified > identified, PATIENCE_MS)) ||
        bot.hasExited()
      )
        throw new Error('the bot did not log in');
      return bot;
    },
    /** The community that the next bot is to report on, each second. */
    reportNext() {
      const place = reporting.find((one) => !reported.has(one));
      reported.add(place);
      writeConfig();
      return place;
    },
    reported: () => [...reported],
    cards: (channel = moderators) => server.messages(channel).filter(({ author }) => author.id === server.botId),
    /** Looks into the database beside the bot that writes it. */
    read(use) {
      const database = new Database(file, { timeout: 5_000 });
      try {
        return use((sql, ...args) => database.prepare(sql).all(...args));
      } finally {
        database.close();
      }
    },
    async withStore(use) {
      const store = await openStore({
        database: { kind: 'sqlite', file },
        key: { kind: 'given', text: env.DIDBON_KEY },
      });
      try {
        return await use(store);
      } finally {
        await store.close();
      }
    },
    async published() {
      return await this.withStore(({ publications }) => publications.list());
    },
    async publish(folder) {
      const request = { folder, by: 'Soak', why: 'a run', secondApprover: false };
      await this.withStore((store) => publishPack(request, { store, clock: systemClock }));
    },
    async close() {
      await server.close();
      await pause(50);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
