import { createClient } from '../adapters/discord/create-client.js';
import { discordHistory } from '../adapters/discord/discord-history.js';
import { knownChannels } from '../adapters/discord/known-channels.js';
import { logIn } from '../adapters/discord/log-in.js';
import { watchRefusals } from '../adapters/discord/refusals.js';
import { createRequestBudget } from '../adapters/discord/request-budget.js';
import { systemClock } from '../adapters/system/clock.js';
import type { Channel } from '../domain/channel.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { History } from '../ports/history.js';

/** Discord's past, without being the bot: no message of the gateway is asked for, and no press is answered. */
export interface OpenHistory {
  readonly history: History;
  readonly channels: (guildId: Snowflake) => readonly Channel[];
  close(): Promise<void>;
}

/** Requests a second: the running bot has a budget of its own, which this one does not know. */
const READING_PER_SECOND = 5;

/** Logs in beside the running bot to read history. Throws RefusedError for a wrong token, UnavailableError where Discord is away. */
export async function openHistory(token: string, api: string | undefined): Promise<OpenHistory> {
  const refusals = watchRefusals(systemClock);
  const client = createClient({ api, guildsOnly: true, refusals, clock: systemClock });
  try {
    await logIn(client, token);
  } catch (error) {
    await client.destroy();
    throw error;
  }
  const budget = createRequestBudget({ perSecond: READING_PER_SECOND, refusals, clock: systemClock });
  return {
    history: discordHistory(client, budget, 'backfill'),
    channels: (guildId) => knownChannels(client, guildId),
    close: () => client.destroy(),
  };
}
