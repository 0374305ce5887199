import type { Community } from '../domain/community.js';
import type { Clock } from '../ports/clock.js';
import type { Alerts } from '../store/store.js';
import type { Texts } from '../texts/texts.js';
import { renderWaiting } from './render-overflow.js';

/** Alerts that are listed; of more, only the number is told. */
const LISTED = 20;

export interface ListWaitingParts {
  readonly alerts: Pick<Alerts, 'due' | 'waiting'>;
  readonly clock: Clock;
}

/** What the hourly cap of a community holds back, as text. */
export async function listWaiting(
  { guildId }: Community,
  texts: Texts,
  { alerts, clock }: ListWaitingParts,
): Promise<string> {
  const now = clock.now();
  const due = await alerts.due(guildId, now, LISTED);
  return renderWaiting(due, await alerts.waiting(guildId, now), texts);
}
