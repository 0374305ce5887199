import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { APIMessage } from 'discord-api-types/v10';
import type { Assessment } from '../../src/assess/assessment.js';
import { type Bot, type BotOptions, openBot } from '../../src/compose/open-bot.js';
import type { Community } from '../../src/domain/community.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { Log } from '../../src/ports/log.js';
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from '../../src/sandbox/discord/server.js';
import { toCommunity } from '../../src/settings/community.js';

/** A line that must alert, and one that must not, for journeys that are about the road and not about the classifier. */
export const CALL = 'Ба сафи ДИИШ ҳамроҳ шавед!';
export const CHAT = 'Салом, ҳамааш хуб аст';

/** Midnight of a day that comes every four years. */
const LEAP_DAY = '0 0 29 2 *';

/** Alerts on {@link CALL} only. */
export function assessCall(text: string): Assessment {
  const start = text.indexOf(CALL);
  const found = start >= 0;
  return {
    notAssessed: text.trim() === '' ? 'no-text' : undefined,
    language: 'tg',
    languages: [{ tag: 'tg', probability: 0.98 }],
    level: found ? 'review' : 'none',
    score: found ? 5 : -6,
    category: found ? 'join' : null,
    polarity: found ? 'for' : 'unclear',
    reasons: found
      ? [
          {
            kind: 'pattern',
            text: CALL,
            gloss: 'join the group',
            role: 'join',
            weight: 5,
            start,
            end: start + CALL.length,
          },
        ]
      : [],
    pack: 'journey@1+00000000',
  };
}

export interface ACommunity {
  readonly server: DiscordServer;
  readonly guild: string;
  readonly general: string;
  readonly moderators: string;
  readonly member: string;
  /** May confirm Tajik alerts. */
  readonly reader: string;
  /** May mark false alarms only. */
  readonly moderator: string;
  readonly community: Community;
  readonly folder: string;
  /** Lines that the bots logged. */
  readonly logged: readonly string[];
  /** Starts a bot on this community's own database. Closed after the test. */
  startBot(change?: Partial<BotOptions>): Promise<Bot>;
  cards(): readonly APIMessage[];
}

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A Discord on loopback with one community, where a bot can be started, stopped and started again. */
export async function aCommunity(
  change: { readonly server?: Partial<DiscordServerOptions>; readonly community?: Partial<Community> } = {},
): Promise<ACommunity> {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-journey-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startDiscordServer({
    clock: { now: () => new Date() },
    rates: 'none',
    heartbeatIntervalMs: 1_000,
    ...change.server,
  });
  cleanUps.push(() => server.close());

  const guild = server.addGuild('Hamshaharho');
  const general = server.addChannel(guild, 'умумӣ');
  const moderators = server.addChannel(guild, 'moderators');
  const readerRole = server.addRole(guild, 'Tajik readers');
  const moderatorRole = server.addRole(guild, 'Moderators');
  const own = {
    moderatorChannel: toSnowflake(moderators),
    moderatorRoles: [toSnowflake(moderatorRole)],
    readerRoles: { tajik: [toSnowflake(readerRole)] },
    // Nothing comes round by the clock unless a journey is about it: what happens must not depend on the minute it runs in.
    schedules: { catchUp: LEAP_DAY, weeklyReport: LEAP_DAY, retention: LEAP_DAY },
  };
  // Journeys are about the road of single messages unless they say otherwise: copies get cards of their own.
  const community = { ...toCommunity(toSnowflake(guild), own, {}), campaignHours: 0, ...change.community };
  const logged: string[] = [];
  const note =
    (level: string) =>
    (message: string, fields: object = {}) =>
      void logged.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const log: Log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };

  return {
    server,
    guild,
    general,
    moderators,
    member: server.addMember(guild, 'Anvar'),
    reader: server.addMember(guild, 'Zarina', [readerRole]),
    moderator: server.addMember(guild, 'Olim', [moderatorRole]),
    community,
    folder,
    logged,
    async startBot(options = {}) {
      const bot = await openBot({
        token: server.token,
        api: server.apiUrl,
        database: { kind: 'sqlite', file: join(folder, 'data', 'didbon.sqlite') },
        key: { kind: 'file', path: join(folder, 'key') },
        communities: new Map([[community.guildId, community]]),
        assess: assessCall,
        log,
        ...options,
      });
      cleanUps.push(() => bot.close());
      await bot.app.start();
      return bot;
    },
    cards: () => server.messages(moderators).filter((message) => message.author.id === server.botId),
  };
}

/** Waits until `done` says so; throws after `ms` with what it waited for. */
export async function until(what: string, done: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(`waited ${ms / 1000} seconds for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
