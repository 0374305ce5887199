import { createAlertPosting } from './alert/post-alerts.js';
import type { Assessment } from './assess/assessment.js';
import { answerCommand } from './commands/answer-command.js';
import type { Alert } from './domain/alert.js';
import type { Community, CommunityDefaults } from './domain/community.js';
import type { BudgetCosts } from './domain/plan-budget.js';
import type { Snowflake } from './domain/snowflake.js';
import type { TermSearch } from './domain/term.js';
import type { Vitals } from './domain/vitals.js';
import { createIngest } from './ingest/ingest.js';
import { holdLease } from './lease.js';
import { letLoopTurn } from './let-loop-turn.js';
import { handleMessages } from './pipeline.js';
import type { Cards } from './ports/cards.js';
import type { ChartPainter } from './ports/chart-painter.js';
import type { Clock } from './ports/clock.js';
import type { CommandRegistry } from './ports/command.js';
import type { Feed, FeedEvent } from './ports/feed.js';
import type { History } from './ports/history.js';
import type { Log } from './ports/log.js';
import type { Meter } from './ports/meter.js';
import type { Moderation } from './ports/moderation.js';
import type { Schedule } from './ports/schedule.js';
import type { Standing } from './ports/standing.js';
import type { Shadow } from './publish/shadow.js';
import { createReportRounds } from './report-rounds.js';
import { eraseExpiredEverywhere } from './retention/erase-expired.js';
import { noteAbsence } from './retention/note-absence.js';
import { answerPress } from './review/answer-press.js';
import { startSchedules } from './schedules.js';
import type { Store } from './store/store.js';
import { readVitals } from './vitals.js';
import { offerCommands, wireCommands } from './wire-commands.js';
import { wireReview } from './wire-review.js';

export interface AppParts {
  readonly communities: ReadonlyMap<Snowflake, Community>;
  /** Holds for communities that are in the store and not in the settings (any more): their data is erased all the same. */
  readonly unserved: CommunityDefaults;
  readonly assess: (text: string) => Assessment;
  /** Tries a candidate pack beside it. */
  readonly shadow?: Pick<Shadow, 'begin'> | undefined;
  /** Looks whether another pack was published; undefined where the pack stays as it is. */
  readonly refreshPack?: (() => Promise<void>) | undefined;
  readonly store: Store;
  readonly feed: Feed;
  readonly history: History;
  /** The same at the lowest priority, for what operators ask to be read of the past. */
  readonly backfillHistory: History;
  readonly cards: Cards;
  readonly painter: ChartPainter;
  readonly moderation: Moderation;
  readonly commands: CommandRegistry;
  /** Looks for words of the classifier pack in use. */
  readonly searchTerms: TermSearch;
  readonly standing: Standing;
  /** What raising its thresholds would cost. */
  readonly budgetCosts: () => Promise<BudgetCosts>;
  readonly schedule: Schedule;
  readonly meter: Meter;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** Names this process in the lease. */
  readonly holder: string;
  /** Whether another holder is known to be dead, so that a bot that was killed can start again at once. */
  readonly isDead: (holder: string) => boolean;
  /** Told of every card that has been posted. */
  readonly onPosted?: (alert: Alert) => void;
  /** Told when this process can be the bot no longer, and why: it must stop. */
  readonly onUnfit?: (why: string) => void;
}

/** The bot: all stages wired. */
export interface App {
  /** Takes the lease and connects. Throws RefusedError when another bot runs on this database, or Discord says no. */
  start(): Promise<void>;
  /** How it is now. Never throws. */
  vitals(): Promise<Vitals>;
  /** Resolves when everything that came in is committed and every card that may go out is out. */
  idle(): Promise<void>;
  /** Stops the feed first, finishes what is in hand, gives the lease back. The store is the caller's to close. */
  stop(): Promise<void>;
}

/** How long stopping waits, of the ten seconds there are in all: for what is in hand, and for each thing that is closed. */
const FINISH_MS = 4_000;
const CLOSE_MS = 2_000;

export function createApp(parts: AppParts): App {
  const { store, feed, clock, log } = parts;
  const { community, posting, ingest, review, commands, reports, retention, absence } = wireStages(parts);
  const lease = holdLease({
    lease: store.lease,
    holder: parts.holder,
    isDead: parts.isDead,
    clock,
    log,
    onLost: () => parts.onUnfit?.('the lease of the database is lost: another process has it, or the database is away'),
  });

  const work = new Set<Promise<void>>();
  const track = (doing: Promise<void>): void => {
    const tracked: Promise<void> = doing.finally(() => work.delete(tracked));
    work.add(tracked);
  };

  // What arrives while we stop is left to the next start's catch-up: it lies in no covered range.
  const stopping = new AbortController();
  const take = (event: FeedEvent): void => {
    if (stopping.signal.aborted) return;
    switch (event.kind) {
      case 'press':
        track(answerPress(event.press, review));
        return;
      case 'command':
        track(answerCommand(event.command, commands));
        return;
      case 'closed':
        parts.onUnfit?.(`Discord closed the connection for good (code ${event.code})`);
        return;
      case 'left':
        track(leave(event.guildId));
        return;
      default:
        ingest.take(event);
    }
    // A moderator channel that could not be written to may be open now.
    if (event.kind === 'access') posting.wake(event.guildId);
    if (event.kind === 'ready') beginSession(event.guildIds);
  };

  const beginSession = (guildIds: readonly Snowflake[]): void => {
    reportUnserved(guildIds);
    track(noteAbsence(absence, guildIds));
    for (const guildId of guildIds) posting.wake(guildId);
    track(postOwedReports(guildIds));
    track(offerCommands(parts.commands, log));
  };

  const reportUnserved = (guildIds: readonly Snowflake[]): void => {
    for (const guildId of guildIds)
      if (!community(guildId)) log.warn('a community has no settings and is not served', { guild: guildId });
  };

  /** We were removed from a community: what there is of it goes after a while, or at once. */
  const leave = async (guildId: Snowflake): Promise<void> => {
    log.warn('the bot was removed from a community', { guild: guildId });
    await noteAbsence(absence, [guildId]);
    await eraseExpiredEverywhere(parts.communities, parts.unserved, retention);
  };

  /** Communities that we were removed from while we were down count from now. */
  const eraseWhatIsOver = async (): Promise<void> => {
    await noteAbsence(absence);
    await eraseExpiredEverywhere(parts.communities, parts.unserved, retention);
  };

  /** Only when what was missed has been read: it belongs into the report. */
  const postOwedReports = async (guildIds: readonly Snowflake[]): Promise<void> => {
    await ingest.idle();
    for (const guildId of guildIds) {
      const served = community(guildId);
      if (served !== undefined && !stopping.signal.aborted) await reports.owed(served);
    }
  };

  const idle = async (): Promise<void> => {
    await ingest.idle();
    await Promise.all(work);
    await posting.idle();
  };

  return {
    async start() {
      await lease.acquire();
      try {
        await reports.claimMissed(parts.communities.values());
        await feed.start(take);
      } catch (error) {
        await lease.release();
        throw error;
      }
      track(eraseWhatIsOver());
      startSchedules({ ...parts, ingest, retention, reports, wakeAlerts: posting.wake });
      log.info('didbon is watching', { communities: parts.communities.size });
    },
    vitals: () => readVitals({ ...parts, ingest }),
    idle,
    async stop() {
      stopping.abort();
      // Together: a scheduled catch-up ends only once ingest tells it to.
      const inHand = Promise.all([parts.schedule.stop(), ingest.stop(), posting.stop(), ...work]);
      // discord.js may hold a request back for minutes. What it holds is found, or done again, at the next start.
      if (!(await within(inHand, FINISH_MS, clock))) log.warn('what Discord has not taken is left to the next start');
      await within(feed.stop(), CLOSE_MS, clock);
      await within(lease.release(), CLOSE_MS, clock);
      log.info('didbon has stopped');
    },
  };
}

/** The stages, each with what it needs of the others. */
function wireStages(parts: AppParts) {
  const { store, feed, clock, log } = parts;
  const community = (guildId: Snowflake): Community | undefined => parts.communities.get(guildId);
  const posting = createAlertPosting({
    community,
    unserved: parts.unserved,
    cards: parts.cards,
    ...store,
    clock,
    log,
    ...(parts.onPosted ? { onPosted: parts.onPosted } : {}),
  });
  const wakeAlerts = (guildId: Snowflake): void => posting.wake(guildId);
  const { assess, shadow, meter, newId } = parts;
  const letTurn = letLoopTurn(clock);
  const pipeline = { assess, shadow, ledger: store.ledger, wakeAlerts, meter, clock, newId, letLoopTurn: letTurn };
  const ingest = createIngest({
    community,
    channels: (guildId) => feed.channels(guildId),
    history: parts.history,
    backfillHistory: parts.backfillHistory,
    ...store,
    handle: (reading) => handleMessages(reading, pipeline),
    wakeAlerts,
    clock,
    log,
  });
  const review = wireReview({ store, moderation: parts.moderation, community, wakeAlerts, meter, clock, log });
  const nameOf = (guildId: Snowflake) => (channelId: Snowflake) =>
    feed.channels(guildId).find((channel) => channel.id === channelId)?.name;

  const commands = wireCommands({ ...parts, community, nameOf, wakeAlerts });
  const { flags, erasure, lessons, packTrials } = store;
  const retention = { flags, erasure, lessons, packTrials, wakeAlerts, clock, log };
  const absence = { ...retention, isIn: (guildId: Snowflake) => feed.isIn(guildId) };
  const reports = createReportRounds({ ...parts, ...store, channelName: nameOf });
  return { community, posting, ingest, review, commands, reports, retention, absence };
}

/** False when the time is over first. What fails is its owner's to log. */
async function within(work: Promise<unknown>, ms: number, clock: Clock): Promise<boolean> {
  const done = new AbortController();
  const settled = work.catch(() => undefined).then(() => true);
  const inTime = await Promise.race([settled, clock.sleep(ms, done.signal).then(() => false)]);
  done.abort();
  return inTime;
}
