import { randomUUID } from 'node:crypto';
import { lazyChartPainter } from '../adapters/chart/lazy-chart-painter.js';
import { createCronSchedule } from '../adapters/cron/cron-schedule.js';
import { createClient } from '../adapters/discord/create-client.js';
import { discordCards } from '../adapters/discord/discord-cards.js';
import { discordCommands } from '../adapters/discord/discord-commands.js';
import { discordFeed } from '../adapters/discord/discord-feed.js';
import { discordHistory } from '../adapters/discord/discord-history.js';
import { discordModeration } from '../adapters/discord/discord-moderation.js';
import { watchRefusals } from '../adapters/discord/refusals.js';
import { createRequestBudget, READING_PER_SECOND } from '../adapters/discord/request-budget.js';
import { systemClock } from '../adapters/system/clock.js';
import { isDeadProcess, processName } from '../adapters/system/process-name.js';
import { type App, createApp } from '../app.js';
import type { Assessment } from '../assess/assessment.js';
import type { Alert } from '../domain/alert.js';
import type { Community } from '../domain/community.js';
import { type BudgetCosts, NO_COSTS } from '../domain/plan-budget.js';
import type { Snowflake } from '../domain/snowflake.js';
import { NO_TERMS, type TermSearch } from '../domain/term.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import { noMeter } from '../ports/meter.js';
import type { Schedule } from '../ports/schedule.js';
import { openLivePack } from '../publish/live-pack.js';
import { BUILT_IN } from '../settings/community.js';
import type { DatabasePlace } from '../store/database-place.js';
import type { KeySource } from '../store/key.js';
import { openStore } from '../store/open-store.js';
import type { Store } from '../store/store.js';
import { openVitals, type VitalsAddress } from './open-vitals.js';

export interface BotOptions {
  readonly token: string;
  /** REST base of a local Discord; undefined for Discord itself. */
  readonly api: string | undefined;
  readonly database: DatabasePlace;
  readonly key: KeySource;
  readonly communities: ReadonlyMap<Snowflake, Community>;
  readonly assess: AssessSource;
  /** Looks for words of the classifier pack, where `assess` is a function. */
  readonly searchTerms?: TermSearch;
  /** What raising its thresholds would cost, likewise. */
  readonly budgetCosts?: () => Promise<BudgetCosts>;
  /** Requests a second that reading history may take, over all communities. */
  readonly readingPerSecond?: number | undefined;
  readonly log: Log;
  /** Where health and metrics are served; nowhere by default. */
  readonly vitals?: VitalsAddress | undefined;
  /** The time, where it is not the machine's: for trying what takes days. */
  readonly clock?: Clock;
  /** What comes round, where node-cron's own time is not the bot's. */
  readonly schedule?: Schedule;
  readonly onPosted?: (alert: Alert) => void;
  /** Told when the bot must stop, and why. */
  readonly onUnfit?: (why: string) => void;
}

/** What texts are assessed with: one function that stays, or the published pack, else the working copy in a folder. */
export type AssessSource = ((text: string) => Assessment) | { readonly workingCopy: string };

/** The bot with its adapters, not started yet. */
export interface Bot {
  readonly app: App;
  readonly store: Store;
  /** Where health and metrics are served. */
  readonly vitalsPort: number | undefined;
  /** Takes over at once what was published in this process; other processes see it within half a minute. Never throws. */
  refreshPack(): Promise<void>;
  /** Stops the app and closes the store. May be called twice. */
  close(): Promise<void>;
}

/** Puts the bot together: the one place that knows which adapter stands behind which port. */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { log } = options;
  const store = await openStore({ database: options.database, key: options.key, log });
  const clock = options.clock ?? systemClock;
  const live = await openLive(options, { store, clock });
  // What Discord counts, it counts in its own time.
  const refusals = watchRefusals(systemClock, log);
  const client = createClient({ api: options.api, refusals, clock: systemClock });
  const vitals = options.vitals && (await openVitals(options.vitals, client, log));
  const budget = createRequestBudget({
    perSecond: options.readingPerSecond ?? READING_PER_SECOND,
    refusals,
    clock: systemClock,
  });
  const meter = vitals?.meter ?? noMeter;
  const app = createApp({
    communities: options.communities,
    unserved: BUILT_IN,
    ...live,
    store,
    feed: discordFeed(client, options.token, { meter, clock, log }),
    history: discordHistory(client, budget, 'catch-up'),
    backfillHistory: discordHistory(client, budget, 'backfill'),
    cards: discordCards(client),
    painter: lazyChartPainter,
    moderation: discordModeration(client),
    commands: discordCommands(client),
    schedule: options.schedule ?? createCronSchedule(log),
    standing: refusals,
    meter,
    clock,
    log,
    newId: randomUUID,
    holder: processName(),
    isDead: isDeadProcess,
    ...(options.onPosted ? { onPosted: options.onPosted } : {}),
    ...(options.onUnfit ? { onUnfit: options.onUnfit } : {}),
  });
  const server = await vitals
    ?.serve(() => app.vitals())
    .catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
  const closing: { done?: Promise<void> } = {};

  return {
    app,
    store,
    vitalsPort: server?.port,
    refreshPack: async () => live.refreshPack?.(),
    close() {
      closing.done ??= app.stop().finally(async () => {
        await server?.close();
        await store.close();
      });
      return closing.done;
    },
  };
}

/** The parts of the app that assess. A store that cannot be used is closed, so that the failure leaves nothing behind. */
async function openLive(
  { assess: source, log, ...given }: BotOptions,
  { store, clock }: { readonly store: Store; readonly clock: Clock },
) {
  const { searchTerms = NO_TERMS, budgetCosts = async () => NO_COSTS } = given;
  if (typeof source === 'function')
    return { assess: source, searchTerms, budgetCosts, shadow: undefined, refreshPack: undefined };
  try {
    const live = await openLivePack({ store, workingCopy: source.workingCopy, clock, log });
    return { ...live, refreshPack: () => live.refresh() };
  } catch (error) {
    await store.close();
    throw error;
  }
}
