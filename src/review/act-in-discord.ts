import type { Alert } from '../domain/alert.js';
import type { CardAction, CardButton } from '../domain/card.js';
import { jumpUrl } from '../domain/message.js';
import type { Refusal, ReviewEvent } from '../domain/review.js';
import { timestamp } from '../domain/timestamp.js';
import { RefusedError } from '../ports/errors.js';
import type { PrivateAnswer } from '../ports/press.js';
import type { Texts } from '../texts/texts.js';
import { fill } from '../texts/texts-in.js';
import { refusalToDelete, refusalToTimeOut } from './decide-moderation.js';
import type { Case } from './review-parts.js';

/** What came of an act in Discord: done, with what the presser is told of it, or refused. */
export type Outcome = { readonly event: ReviewEvent; readonly says: string } | { readonly refused: Refusal };

const MINUTE_MS = 60_000;

/** Asks again before anything is done: only the press on the answer's own button does it. */
export function askAgain(about: 'delete-message' | 'time-out', { alert, community, texts }: Case): PrivateAnswer {
  const { questions } = texts.review;
  const button = (action: CardAction, style: CardButton['style']): CardButton => ({
    action,
    label: texts.buttons[action],
    style,
    disabled: false,
  });
  if (about === 'delete-message') {
    const hours = String(community.retention.deletedTextHours);
    const text = fill(questions.deleteMessage, { channel: `<#${alert.flag.channelId}>`, hours });
    const lines = [text, ...shownOne(alert, texts), ...others(alert, texts)];
    return { id: alert.id, text: lines.join('\n'), buttons: [button('delete-now', 'danger')] };
  }
  const text = fill(questions.timeOut, { member: `<@${alert.flag.authorId}>` });
  const lengths = ['time-out-hour', 'time-out-day', 'time-out-week'] as const;
  const lines = [text, ...shownOne(alert, texts)];
  return { id: alert.id, text: lines.join('\n'), buttons: lengths.map((length) => button(length, 'plain')) };
}

/** On a card that stands for many, that an act is about one of them. */
function shownOne({ campaign }: Alert, { review }: Texts): readonly string[] {
  if (campaign === undefined || campaign.copies <= 1) return [];
  return [fill(review.questions.shownOne, { copies: String(campaign.copies) })];
}

/** Where the copies stand that deleting the shown one leaves alone. */
function others({ flag, campaign }: Alert, { review, card }: Texts): readonly string[] {
  const left = campaign === undefined ? 0 : campaign.copies - campaign.deleted - 1;
  if (campaign === undefined || left <= 0) return [];
  const places = campaign.places.flatMap(({ channelId, messageId, copies }) => {
    const elsewhere = channelId === flag.channelId ? copies - 1 : copies;
    const link =
      messageId === flag.messageId ? '' : ` · [${card.open}](${jumpUrl({ ...flag, channelId, id: messageId })})`;
    return elsewhere <= 0 ? [] : [`<#${channelId}>${link} × ${elsewhere}`];
  });
  return [fill(review.questions.othersStay, { count: String(left) }), ...places];
}

/** Deletes the message if the presser may, by Discord's own permissions at this moment. */
export async function deleteMessage({ press, alert, texts, parts }: Case): Promise<Outcome> {
  return await refusing('message-gone', async () => {
    const because = refusalToDelete(await parts.moderation.rightsToDelete(alert.flag, press.member.id));
    if (because !== undefined) return { refused: because };
    await parts.moderation.deleteMessage(alert.flag, `alert ${alert.id}, asked for by ${press.member.id}`);
    const event = { kind: 'message-deleted', by: press.member.id, at: parts.clock.now() } as const;
    return { event, says: texts.review.done.messageDeleted };
  });
}

/** Times the author out if the presser may and outranks them. */
export async function timeOut(minutes: number, { press, alert, texts, parts }: Case): Promise<Outcome> {
  const { guildId, authorId } = alert.flag;
  return await refusing('author-gone', async () => {
    const because = refusalToTimeOut(await parts.moderation.rightsToTimeOut(guildId, authorId, press.member.id));
    if (because !== undefined) return { refused: because };
    const at = parts.clock.now();
    const until = new Date(at.getTime() + minutes * MINUTE_MS);
    await parts.moderation.timeOut(guildId, authorId, until, `alert ${alert.id}, asked for by ${press.member.id}`);
    const event = { kind: 'author-timed-out', by: press.member.id, at, note: String(minutes) } as const;
    const values = { member: `<@${authorId}>`, when: timestamp(until, 'f') };
    return { event, says: fill(texts.review.done.timedOut, values) };
  });
}

/** Discord's no is an answer; what may be tried again goes on to the caller. */
async function refusing(whenGone: Refusal, act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { refused: error.because === 'gone' ? whenGone : 'discord-refused' };
  }
}
