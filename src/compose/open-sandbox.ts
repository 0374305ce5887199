import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../adapters/system/clock.js';
import type { Assessment } from '../assess/assessment.js';
import type { Alert } from '../domain/alert.js';
import type { Community } from '../domain/community.js';
import type { BudgetCosts } from '../domain/plan-budget.js';
import { toSnowflake } from '../domain/snowflake.js';
import type { TermSearch } from '../domain/term.js';
import type { Log } from '../ports/log.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/create-sandbox.js';
import { toCommunity } from '../settings/community.js';
import { type Bot, openBot } from './open-bot.js';

export interface SandboxBotOptions {
  readonly assess: (text: string) => Assessment;
  readonly searchTerms?: TermSearch;
  readonly budgetCosts?: () => Promise<BudgetCosts>;
  readonly log: Log;
  readonly onPosted?: (alert: Alert) => void;
}

/** A bot and the local Discord that it is logged in to. */
export interface SandboxBot {
  readonly bot: Bot;
  readonly community: Community;
  close(): Promise<void>;
}

/** Cards an hour in the sandbox: a try-out file may be full of calls, and nobody has to read them all. */
const UNCAPPED = 1_000_000;

/** Starts the local Discord with the sample community in it. Listens on loopback only. */
export function startSandbox(options: Omit<SandboxOptions, 'clock'>): Promise<Sandbox> {
  return createSandbox({ clock: systemClock, ...options });
}

/** The settings a bot needs to serve the sample community. */
export function sandboxCommunity({ guildId, moderatorChannelId, roles }: Sandbox): Community {
  const own = {
    moderatorChannel: toSnowflake(moderatorChannelId),
    moderatorRoles: [toSnowflake(roles.moderator)],
    readerRoles: {
      tajik: [toSnowflake(roles.readers.tajik)],
      uzbek: [toSnowflake(roles.readers.uzbek)],
      russian: [toSnowflake(roles.readers.russian)],
    },
    alertsPerHour: UNCAPPED,
  };
  return toCommunity(toSnowflake(guildId), own, {});
}

/** The real bot with a database and a key of its own, which go when it is closed. */
export async function openSandboxBot(sandbox: Sandbox, options: SandboxBotOptions): Promise<SandboxBot> {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-sandbox-'));
  const community = sandboxCommunity(sandbox);
  const bot = await openBot({
    token: sandbox.token,
    api: sandbox.apiUrl,
    database: { kind: 'sqlite', file: join(folder, 'didbon.sqlite') },
    key: { kind: 'given', text: randomBytes(32).toString('base64') },
    communities: new Map([[community.guildId, community]]),
    ...options,
  });
  return {
    bot,
    community,
    async close() {
      await bot.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
