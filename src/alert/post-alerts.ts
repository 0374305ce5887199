import type { Alert, CardPlace } from '../domain/alert.js';
import type { Community, CommunityDefaults } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import { messageOf, RefusedError, UnavailableError } from '../ports/errors.js';
import type { Pause, Pauses } from '../store/review-store.js';
import type { Alerts, Flags, StaleCards } from '../store/store.js';
import { textsIn } from '../texts/texts-in.js';
import { openDuringPause, planPosting } from './plan-posting.js';
import { type CallParts, callReaders, closeInvitations, inviteSecond } from './post-calls.js';
import { endOverflow, type OverflowParts, showOverflow } from './post-overflow.js';
import { renderCard } from './render-card.js';
import { type SetAside, setAside } from './set-aside.js';

export interface PostingParts extends OverflowParts, CallParts {
  readonly community: (guildId: Snowflake) => Community | undefined;
  /** How cards look whose community is not in the settings any more. */
  readonly unserved: CardStyle;
  readonly alerts: Alerts;
  readonly staleCards: StaleCards;
  readonly flags: Pick<Flags, 'postedSince'>;
  readonly pauses: Pick<Pauses, 'find'>;
  /** Told of every card that has got its place. */
  readonly onPosted?: (alert: Alert) => void;
}

/** Posting, with what it keeps in mind while the process runs. */
interface Posting extends PostingParts {
  readonly faulty: SetAside;
}

type CardStyle = Pick<CommunityDefaults, 'interfaceLanguage' | 'urgentRole'>;

/** A community that has cards; without a moderator channel when it is not in the settings any more. */
interface CardOwner extends CardStyle {
  readonly guildId: Snowflake;
  readonly moderatorChannel: Snowflake | undefined;
}

/** Empties the outbox of communities, one card after the other. */
export interface AlertPosting {
  /** There may be work: returns at once. */
  wake(guildId: Snowflake): void;
  /** Resolves when nothing more can be posted now. */
  idle(): Promise<void>;
  /** Finishes the card in hand. */
  stop(): Promise<void>;
}

const AT_ONCE = 20;
const HOUR_MS = 3_600_000;
const RETRY_MS = 5_000;
const LOOK_AGAIN_MS = 60_000;

export function createAlertPosting(parts: PostingParts): AlertPosting {
  const stopping = new AbortController();
  const running = new Map<Snowflake, Promise<void>>();
  const again = new Set<Snowflake>();
  const alarms = new Map<Snowflake, AbortController>();
  const posting: Posting = { ...parts, faulty: setAside() };

  /** Does all that can be done now; answers in how many milliseconds to look again, where there is reason to. */
  const work = async (guildId: Snowflake): Promise<number | undefined> => {
    try {
      for (let busy = true; busy && !stopping.signal.aborted; ) {
        busy = await workOn(guildId, posting, stopping.signal);
      }
      return await lookAgainIn(guildId, parts);
    } catch (error) {
      parts.log.warn('alerts could not be posted for now', { guild: guildId, error: messageOf(error) });
      return error instanceof UnavailableError ? (error.retryAfterMs ?? RETRY_MS) : LOOK_AGAIN_MS;
    }
  };

  const run = async (guildId: Snowflake): Promise<void> => {
    while (again.delete(guildId) && !stopping.signal.aborted) {
      const lookAgain = await work(guildId);
      if (lookAgain !== undefined) wakeLater(guildId, lookAgain);
    }
  };

  /** One alarm a community: every look sets it anew. */
  const wakeLater = (guildId: Snowflake, ms: number): void => {
    alarms.get(guildId)?.abort();
    const alarm = new AbortController();
    alarms.set(guildId, alarm);
    void parts.clock.sleep(ms, alarm.signal).then(() => {
      if (!alarm.signal.aborted) wake(guildId);
    });
  };

  const wake = (guildId: Snowflake): void => {
    if (stopping.signal.aborted) return;
    again.add(guildId);
    if (running.has(guildId)) return;
    const promise = run(guildId).finally(() => {
      running.delete(guildId);
      if (again.has(guildId)) wake(guildId);
    });
    running.set(guildId, promise);
  };

  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values());
  };

  return {
    wake,
    idle,
    async stop() {
      stopping.abort();
      for (const alarm of alarms.values()) alarm.abort();
      await idle();
    },
  };
}

/**
 * Edits and posts some cards; false when there was nothing to do. A community that left the settings gets no new card,
 * but what is erased must go from those it has.
 */
async function workOn(guildId: Snowflake, parts: Posting, signal: AbortSignal): Promise<boolean> {
  const community = parts.community(guildId);
  const owner = community ?? { ...parts.unserved, guildId, moderatorChannel: undefined };
  if (await editStale(owner, parts)) return true;
  if (community === undefined) return false;
  if (await callReaders(community, parts)) return true;
  const pause = await parts.pauses.find(guildId);
  if (await postDue(community, pause, parts, signal)) return true;
  if (pause === undefined && (await inviteSecond(community, parts))) return true;
  return await closeInvitations(community, parts);
}

/** In how many milliseconds an edit is due that was put off, or a card that was held back may be posted. */
async function lookAgainIn(guildId: Snowflake, parts: PostingParts): Promise<number | undefined> {
  const now = parts.clock.now();
  const [stale] = await parts.staleCards.list(guildId, 1);
  const edit = stale === undefined ? LOOK_AGAIN_MS : Math.max(0, stale.editFrom.getTime() - now.getTime());
  const held = parts.community(guildId) === undefined ? [] : await parts.alerts.due(guildId, now, 1);
  return stale === undefined && held.length === 0 ? undefined : Math.min(edit, LOOK_AGAIN_MS);
}

/** Posts what is due and allowed by a pause and the hourly cap, and then says how much the cap holds back; false when there was nothing to do. */
async function postDue(
  community: Community,
  pause: Pause | undefined,
  parts: Posting,
  signal: AbortSignal,
): Promise<boolean> {
  const now = parts.clock.now();
  const { faulty } = parts;
  const listed = await parts.alerts.due(community.guildId, now, AT_ONCE + faulty.count(now));
  if (listed.length === 0) {
    await endOverflow(community, parts);
    return false;
  }
  const waiting = listed.filter(({ id }) => !faulty.has(id));
  const due = openDuringPause(waiting, pause);
  const postedThisHour = await parts.flags.postedSince(community.guildId, new Date(now.getTime() - HOUR_MS));
  const allowed = planPosting(due, { postedThisHour }, community.alertsPerHour);
  for (const alert of allowed) {
    if (signal.aborted) return false;
    if (!(await postOne(alert, community, parts))) faulty.add(alert.id, now);
  }
  if (allowed.length === 0 && due.length > 0) await showOverflow(community, parts);
  return allowed.length > 0;
}

/**
 * Posts one card exactly once; false when Discord finds it faulty. Discord honours a nonce for minutes only, so a card that was tried before is first looked
 * for in the moderator channel, by the custom id that carries the alert's id.
 */
async function postOne(alert: Alert, community: Community, parts: PostingParts): Promise<boolean> {
  const first = await parts.alerts.markTried(alert.id, parts.clock.now());
  try {
    const found = first ? undefined : await parts.cards.find(community.moderatorChannel, alert.id, alert.dueAt);
    const place = found ?? (await parts.cards.post(community.moderatorChannel, card(alert, community)));
    if (await parts.alerts.markPosted(alert.id, place, parts.clock.now())) parts.onPosted?.(alert);
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError) || error.because !== 'rejected') throw error;
    // It must not hold up the others; it stays in the outbox.
    parts.log.error('a card was rejected', { alert: alert.id, error: error.message });
    return false;
  }
}

/** Edits cards that no longer show what is known and want to be edited now; false when there is none. */
async function editStale(owner: CardOwner, parts: PostingParts): Promise<boolean> {
  const listed = await parts.staleCards.list(owner.guildId, AT_ONCE);
  const now = parts.clock.now();
  const stale = listed.filter(({ editFrom }) => editFrom <= now);
  for (const { alert, revision } of stale) {
    if (alert.card) await editOne(alert, alert.card, owner, parts);
    await parts.staleCards.markFresh(alert.id, revision);
  }
  return stale.length > 0;
}

/** A card that is gone, alone or with its channel, is owed again unless its alert is decided. */
async function editOne(alert: Alert, place: CardPlace, owner: CardOwner, parts: PostingParts): Promise<void> {
  try {
    if (await parts.cards.edit(place, card(alert, owner))) return;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    // Where nothing can be posted either, the card waits for the permission; elsewhere it must not hold up the others.
    if (error.because === 'no-permission' && place.channelId === owner.moderatorChannel) throw error;
    parts.log.warn('a card may not be edited', { alert: alert.id, error: error.message });
    if (error.because !== 'gone') return;
  }
  parts.log.warn('a card is gone', { alert: alert.id });
  if (alert.verdict === undefined) await parts.staleCards.cardGone(alert.id, parts.clock.now());
}

function card(alert: Alert, { interfaceLanguage, urgentRole }: CardStyle) {
  return renderCard(alert, textsIn(interfaceLanguage), urgentRole);
}
