import type { Alert } from '../domain/alert.js';
import type { Card } from '../domain/card.js';
import { jumpUrl } from '../domain/message.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { SecondReview } from '../store/review-store.js';
import type { Texts } from '../texts/texts.js';
import { fill } from '../texts/texts-in.js';

const COLOUR = 0x35_6a_a0;

/** Names the call for readers of one alert. Never the alert's whole id: a card is looked for by that. */
export function callId(alertId: string): string {
  return `call-${alertId.slice(0, 18)}`;
}

/** Calls the readers of a language to a card, with nothing of what is on it. */
export function renderCall(alert: Alert, roles: readonly Snowflake[], texts: Texts): Card {
  const { call } = texts.review;
  const card = alert.card ? jumpUrl({ ...alert.flag, ...alert.card, id: alert.card.messageId }) : '—';
  return {
    id: callId(alert.id),
    title: call.title,
    colour: COLOUR,
    body: fill(call.body, { language: alert.flag.language, card }),
    fields: [],
    footer: callId(alert.id),
    buttons: [],
    pingRole: undefined,
    callRoles: roles,
  };
}

/** Names the invitation among the cards: the end of the custom id on its button. */
export function invitationId(alertId: string): string {
  return `second-look:${alertId}`;
}

/** Invites somebody to a second opinion. Text and first verdict stand on neither side of it: they are shown to whoever presses, and only the text. */
export function renderInvitation({ id, language, dueAt }: SecondReview, texts: Texts): Card {
  const { second } = texts.review;
  return {
    id,
    nonce: `2${id.replaceAll('-', '').slice(0, 14)}${dueAt.getTime().toString(36)}`,
    title: second.title,
    colour: COLOUR,
    body: second.body,
    fields: [],
    footer: language,
    buttons: [{ action: 'second-look', label: texts.buttons['second-look'], style: 'plain', disabled: false }],
    pingRole: undefined,
  };
}

/** An invitation that nobody needs to take up any more. */
export function renderSettled(review: SecondReview, texts: Texts): Card {
  return { ...renderInvitation(review, texts), body: texts.review.second.settled, buttons: [] };
}
