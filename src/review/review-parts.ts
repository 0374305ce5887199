import type { Alert } from '../domain/alert.js';
import type { Card } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Moderation } from '../ports/moderation.js';
import type { Press } from '../ports/press.js';
import type { Reviews, SecondReviews } from '../store/review-store.js';
import type { Alerts } from '../store/store.js';
import type { Texts } from '../texts/texts.js';

export interface ReviewParts {
  readonly community: (guildId: Press['guildId']) => Community | undefined;
  readonly alerts: Alerts;
  readonly reviews: Reviews;
  readonly secondReviews: Pick<SecondReviews, 'decide'>;
  readonly moderation: Moderation;
  /** The card and the answer to Why?, drawn by the alert stage. */
  readonly render: (alert: Alert, community: Community) => Card;
  readonly explain: (alert: Alert, texts: Texts, runbookUrl: string | undefined) => string;
  /** What a second opinion is given on: all of the card that does not tell the first. */
  readonly look: (alert: Alert, texts: Texts) => string;
  /** What the hourly cap holds back, as text. */
  readonly listWaiting: (community: Community, texts: Texts) => Promise<string>;
  /** Told when a card has to be edited, or readers have to be called. */
  readonly wakeAlerts: (guildId: Press['guildId']) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** One press on an alert that is held. */
export interface Case {
  readonly press: Press;
  readonly alert: Alert;
  readonly community: Community;
  readonly texts: Texts;
  readonly parts: ReviewParts;
}
