import type { Alert, Verdict } from '../domain/alert.js';
import { MENU_ACTIONS } from '../domain/card.js';
import type { MarkingKind } from '../domain/review.js';
import { askAgain, deleteMessage, type Outcome, timeOut } from './act-in-discord.js';
import type { PressDecision } from './decide-press.js';
import { isSampled } from './is-sampled.js';
import { type Because, refusalInWords } from './refusal-in-words.js';
import { renderHistory } from './render-history.js';
import type { Case } from './review-parts.js';

/** A second opinion is asked for when the first is no longer fresh in everybody's mind. */
const SECOND_REVIEW_AFTER_MS = 24 * 3_600_000;

/** Does what was decided, and tells the presser. The one place where anything is done about an alert. */
export async function carryOut(decision: PressDecision, the: Case): Promise<void> {
  const { press, alert, texts, parts, community } = the;
  switch (decision.act) {
    case 'explain':
      return await press.answer.privately(parts.explain(alert, texts, community.runbookUrl));
    case 'history':
      await press.answer.privately(renderHistory(alert, await parts.reviews.history(alert.id), texts));
      return await resetMenu(the);
    case 'refuse':
      return await refuse(decision.because, alert, the);
    case 'second':
      return await second(the);
    case 'decide':
      return await decide({ kind: decision.verdict, by: press.member.id, at: parts.clock.now() }, the);
    case 'mark':
      return await mark(decision.kind, the);
    case 'ask-again':
      await press.answer.privately(askAgain(decision.about, the));
      return await resetMenu(the);
    case 'delete':
      return await conclude(await deleteMessage(the), the);
    case 'time-out':
      return await conclude(await timeOut(decision.minutes, the), the);
    case 'second-look':
      return await showBlind(the);
    case 'second-opinion':
      return await giveOpinion({ kind: decision.verdict, by: press.member.id, at: parts.clock.now() }, the);
  }
}

async function decide(verdict: Verdict, the: Case): Promise<void> {
  const { press, community, texts, parts } = the;
  const isAskedTwice = isSampled(press.alertId, community.secondReviewShare);
  const secondReviewAt = isAskedTwice ? new Date(verdict.at.getTime() + SECOND_REVIEW_AFTER_MS) : undefined;
  const result = await parts.alerts.decide(press.alertId, verdict, secondReviewAt);
  if (result === undefined) return await press.answer.privately(texts.answers.gone);
  if (!result.won) return await refuse('decided', result.alert, the);

  parts.log.info('alert decided', { alert: press.alertId, verdict: verdict.kind });
  // The stale mark in the store stands until the poster has edited the card too: this is only the faster way.
  await press.answer.showCard(parts.render(result.alert, community));
  parts.wakeAlerts(press.guildId);
}

async function second(the: Case): Promise<void> {
  const { press, texts, parts } = the;
  const at = parts.clock.now();
  const turn = await parts.alerts.support(press.alertId, press.member.id, at);
  if (turn === 'same') return await press.answer.privately(texts.answers.secondMustDiffer);
  if (turn === 'second') return await decide({ kind: 'confirmed', by: press.member.id, at }, the);
  await press.answer.privately(texts.answers.secondNeeded);
}

/** The poster draws the card from the store: two people may mark at once, and the later picture must be the later state. */
async function mark(kind: MarkingKind, the: Case): Promise<void> {
  const { press, texts, parts } = the;
  const event = { kind, by: press.member.id, at: parts.clock.now(), note: press.written };
  const result = await parts.reviews.mark(press.alertId, event);
  if (result === undefined) return await press.answer.privately(texts.answers.gone);
  if (!result.won) return await refuse(FASTER[kind], result.alert, the);

  parts.log.info('alert marked', { alert: press.alertId, kind });
  parts.wakeAlerts(press.guildId);
  if (kind === 'asked') await press.answer.privately(texts.review.done.asked);
}

/** What the presser is told where somebody else was faster. */
const FASTER: Readonly<Record<MarkingKind, Because>> = {
  claimed: 'claimed',
  released: 'not-claimed',
  unsure: 'already-unsure',
  asked: 'already-asked',
  held: 'held',
  unheld: 'not-held',
};

/** After an act in Discord: its line in the history, and the result in the place of the question. */
async function conclude(outcome: Outcome, the: Case): Promise<void> {
  const { press, alert, texts, parts } = the;
  if ('refused' in outcome) return await press.answer.replace(refusalInWords(outcome.refused, alert, texts));
  parts.log.info('acted for a moderator', { alert: alert.id, kind: outcome.event.kind });
  await parts.reviews.note(alert.id, outcome.event);
  await press.answer.replace(outcome.says);
}

async function showBlind({ press, alert, texts, parts }: Case): Promise<void> {
  const buttons = (['second-confirm', 'second-false-alarm'] as const).map((action) => ({
    action,
    label: texts.buttons[action],
    style: 'plain' as const,
    disabled: false,
  }));
  await press.answer.privately({ id: alert.id, text: parts.look(alert, texts), buttons });
}

async function giveOpinion(verdict: Verdict, the: Case): Promise<void> {
  const { press, alert, texts, parts } = the;
  const result = await parts.secondReviews.decide(alert.id, verdict);
  if (result !== 'won') {
    const because = result === 'decided' ? 'second-decided' : 'second-not-asked';
    return await press.answer.replace(refusalInWords(because, alert, texts));
  }
  await press.answer.replace(texts.review.second.thanks);
  parts.wakeAlerts(press.guildId);
}

async function refuse(because: Because, alert: Alert, the: Case): Promise<void> {
  await the.press.answer.privately(refusalInWords(because, alert, the.texts));
  await resetMenu(the);
}

/** Discord keeps what was chosen in a menu until its message is edited, and does not let it be chosen twice. */
async function resetMenu({ press, alert, parts }: Case): Promise<void> {
  if (!MENU_ACTIONS.some((action) => action === press.action)) return;
  await parts.reviews.touch(alert.id);
  parts.wakeAlerts(press.guildId);
}
