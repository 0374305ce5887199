import type { CardPlace } from '../domain/alert.js';
import type { Community } from '../domain/community.js';
import type { Cards } from '../ports/cards.js';
import type { Clock } from '../ports/clock.js';
import { RefusedError } from '../ports/errors.js';
import type { Overflow, OverflowCard } from '../store/overflow-store.js';
import type { Alerts } from '../store/store.js';
import { textsIn } from '../texts/texts-in.js';
import { overflowId, renderOverflow } from './render-overflow.js';

export interface OverflowParts {
  readonly cards: Cards;
  readonly alerts: Pick<Alerts, 'waiting'>;
  readonly overflow: Overflow;
  readonly clock: Clock;
}

/** The count may lag this much behind, in milliseconds, so that a flood is not answered with a flood of edits. */
const EDIT_EVERY_MS = 10_000;

/** Says how many alerts the hourly cap holds back: on one card, which is edited as the number changes. May run twice. */
export async function showOverflow(community: Community, parts: OverflowParts): Promise<void> {
  const now = parts.clock.now();
  const waiting = await parts.alerts.waiting(community.guildId, now);
  const opened = await parts.overflow.open(community.guildId, now);
  if (opened !== undefined) return await place(opened, waiting, { community, parts });

  const known = await parts.overflow.find(community.guildId);
  if (known === undefined) return;
  if (known.place === undefined) {
    return await place(known, waiting, { community, parts }, await look(known, { community, parts }));
  }
  const isDue = now.getTime() - known.shownAt.getTime() >= EDIT_EVERY_MS;
  if (known.shown !== waiting && isDue) await edit(known, known.place, waiting, { community, parts });
}

/** Nothing waits any more: the card says so, and the next overflow gets a new one. */
export async function endOverflow(community: Community, parts: OverflowParts): Promise<void> {
  const known = await parts.overflow.find(community.guildId);
  if (known === undefined) return;
  const at = known.place ?? (await look(known, { community, parts }));
  if (at !== undefined) await edit(known, at, 0, { community, parts });
  await parts.overflow.forget(known);
}

interface Where {
  readonly community: Community;
  readonly parts: OverflowParts;
}

async function place(
  card: OverflowCard,
  waiting: number,
  { community, parts }: Where,
  found?: CardPlace,
): Promise<void> {
  const at = found ?? (await parts.cards.post(community.moderatorChannel, render(card, waiting, community)));
  await parts.overflow.markShown(card, at, found === undefined ? waiting : 0, parts.clock.now());
}

/** Where a card stands that may have been posted right before the process died. */
function look(card: OverflowCard, { community, parts }: Where): Promise<CardPlace | undefined> {
  return parts.cards.find(community.moderatorChannel, overflowId(card), card.openedAt);
}

/** A card that is gone, alone or with its channel, is forgotten: the next look opens another. */
async function edit(card: OverflowCard, at: CardPlace, waiting: number, { community, parts }: Where): Promise<void> {
  try {
    if (await parts.cards.edit(at, render(card, waiting, community)))
      return await parts.overflow.markShown(card, at, waiting, parts.clock.now());
  } catch (error) {
    if (!(error instanceof RefusedError) || error.because !== 'gone') throw error;
  }
  await parts.overflow.forget(card);
}

function render(card: OverflowCard, waiting: number, { alertsPerHour, interfaceLanguage }: Community) {
  return renderOverflow(card, waiting, alertsPerHour, textsIn(interfaceLanguage));
}
