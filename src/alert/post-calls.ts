import type { Alert } from '../domain/alert.js';
import type { Card } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import { readersOf } from '../domain/team.js';
import type { Cards } from '../ports/cards.js';
import type { Clock } from '../ports/clock.js';
import { RefusedError } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import type { Asks, SecondReview, SecondReviews } from '../store/review-store.js';
import { textsIn } from '../texts/texts-in.js';
import { callId, invitationId, renderCall, renderInvitation, renderSettled } from './render-call.js';

export interface CallParts {
  readonly cards: Cards;
  readonly asks: Asks;
  readonly secondReviews: Omit<SecondReviews, 'decide' | 'pairs'>;
  readonly clock: Clock;
  readonly log: Log;
}

const AT_ONCE = 20;

/** Calls the readers who are to be asked, each alert once; false when nobody is. As with cards, what was tried before is looked for first. */
export async function callReaders(community: Community, parts: CallParts): Promise<boolean> {
  const due = await parts.asks.due(community.guildId, AT_ONCE);
  for (const alert of due) await callFor(alert, community, parts);
  return due.length > 0;
}

async function callFor(
  alert: Alert,
  { moderatorChannel, interfaceLanguage, readerRoles }: Community,
  parts: CallParts,
): Promise<void> {
  const roles = readersOf(alert.flag.language, { readerRoles });
  const first = await parts.asks.markTried(alert.id, parts.clock.now());
  const asked = alert.marks?.asked?.at ?? alert.dueAt;
  const found = first ? undefined : await parts.cards.find(moderatorChannel, callId(alert.id), asked);
  if (found === undefined && roles.length > 0)
    await postUnlessRejected(moderatorChannel, renderCall(alert, roles, textsIn(interfaceLanguage)), parts);
  await parts.asks.markPosted(alert.id, parts.clock.now());
}

/** A call that Discord finds faulty must not hold up the cards behind it. */
async function postUnlessRejected(channelId: Snowflake, card: Card, { cards, log }: CallParts): Promise<void> {
  try {
    await cards.post(channelId, card);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.because !== 'rejected') throw error;
    log.error('a call for readers was rejected', { call: card.id, error: error.message });
  }
}

/** Invites to second opinions whose time has come; false when there are none. */
export async function inviteSecond(community: Community, parts: CallParts): Promise<boolean> {
  const due = await parts.secondReviews.due(community.guildId, parts.clock.now(), AT_ONCE);
  for (const review of due) await inviteTo(review, community, parts);
  return due.length > 0;
}

/** Takes the button off invitations that are settled; false when there are none. One that is gone, or may not be edited, is let go. */
export async function closeInvitations(
  { guildId, interfaceLanguage }: Pick<Community, 'guildId' | 'interfaceLanguage'>,
  { cards, secondReviews, clock, log }: CallParts,
): Promise<boolean> {
  const settled = await secondReviews.settled(guildId, AT_ONCE);
  for (const { card, ...review } of settled) {
    try {
      await cards.edit(card, renderSettled(review, textsIn(interfaceLanguage)));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      log.warn('an invitation may not be edited', { alert: review.id, error: error.message });
    }
    await secondReviews.markClosed(review.id, clock.now());
  }
  return settled.length > 0;
}

async function inviteTo(review: SecondReview, community: Community, parts: CallParts): Promise<void> {
  const { moderatorChannel, interfaceLanguage } = community;
  await parts.secondReviews.markTried(review.id, parts.clock.now());
  const found = review.wasTried
    ? await parts.cards.find(moderatorChannel, invitationId(review.id), review.dueAt)
    : undefined;
  const place =
    found ?? (await parts.cards.post(moderatorChannel, renderInvitation(review, textsIn(interfaceLanguage))));
  await parts.secondReviews.markPosted(review.id, place);
}
