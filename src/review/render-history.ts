import type { Alert } from '../domain/alert.js';
import type { ReviewEvent } from '../domain/review.js';
import { createdAt } from '../domain/snowflake.js';
import { timestamp } from '../domain/timestamp.js';
import { nameMember } from '../texts/name-member.js';
import type { Texts } from '../texts/texts.js';

/** Discord takes 2,000 characters; a line has at most 200, and the newest matter most. */
const MOST_LINES = 16;

/** What happened to a card, oldest first. What was written with it stands on the card, escaped; here only who did what, and when. */
export function renderHistory(alert: Alert, events: readonly ReviewEvent[], texts: Texts): string {
  const { history } = texts.review;
  const lines = [
    { at: alert.flag.flaggedAt, text: history.flagged },
    ...(alert.card ? [{ at: createdAt(alert.card.messageId), text: history.posted }] : []),
    ...(alert.flag.deletedAt ? [{ at: alert.flag.deletedAt, text: history.deleted }] : []),
    ...events.map(({ at, by, kind }) => ({ at, text: `${nameMember(by, texts)} ${history.events[kind]}` })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const shown = lines.slice(-MOST_LINES).map(({ at, text }) => `${timestamp(at, 'f')} ${text}`);
  return [`**${history.title}**`, ...(lines.length > MOST_LINES ? ['…'] : []), ...shown].join('\n');
}
