import type { Alert } from '../domain/alert.js';
import { type Card, OVERFLOW_ACTION } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import { timestamp } from '../domain/timestamp.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import type { Press } from '../ports/press.js';
import type { Alerts } from '../store/store.js';
import { nameMember } from '../texts/name-member.js';
import type { Texts } from '../texts/texts.js';
import { fill, textsIn } from '../texts/texts-in.js';
import { decidePress, isOnTeam, type PressDecision } from './decide-press.js';

export interface ReviewParts {
  readonly community: (guildId: Press['guildId']) => Community | undefined;
  readonly alerts: Alerts;
  /** The card and the answer to Why?, drawn by the alert stage. */
  readonly render: (alert: Alert, community: Community) => Card;
  readonly explain: (alert: Alert, texts: Texts) => string;
  /** What the hourly cap holds back, as text. */
  readonly listWaiting: (community: Community, texts: Texts) => Promise<string>;
  /** Told when a card has to be edited. */
  readonly wakeAlerts: (guildId: Press['guildId']) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Answers one press. May come twice, or from two people at once: the store decides who was first. Never throws. */
export async function answerPress(press: Press, parts: ReviewParts): Promise<void> {
  const community = parts.community(press.guildId);
  if (community === undefined) return;
  const texts = textsIn(community.interfaceLanguage);
  try {
    if (press.action === OVERFLOW_ACTION) return await answerWaiting(press, community, parts);
    const alert = await parts.alerts.find(press.alertId);
    if (alert === undefined || alert.flag.guildId !== press.guildId)
      return await press.answer.privately(texts.answers.gone);
    const decision = decidePress(press.action, alert, press.member, community);
    await act(decision, { press, alert, community, texts, parts });
  } catch (error) {
    parts.log.error('a press could not be answered', {
      alert: press.alertId,
      error: messageOf(error),
    });
    await press.answer.privately(texts.answers.failed);
  }
}

/** The list of what waits is for the team, like the cards. */
async function answerWaiting(press: Press, community: Community, parts: ReviewParts): Promise<void> {
  const texts = textsIn(community.interfaceLanguage);
  const list = isOnTeam(press.member, community) ? parts.listWaiting(community, texts) : texts.answers.needsModerator;
  await press.answer.privately(await list);
}

interface Case {
  readonly press: Press;
  readonly alert: Alert;
  readonly community: Community;
  readonly texts: Texts;
  readonly parts: ReviewParts;
}

async function act(decision: PressDecision, the: Case): Promise<void> {
  const { press, alert, texts, parts } = the;
  switch (decision.act) {
    case 'explain':
      return await press.answer.privately(parts.explain(alert, texts));
    case 'refuse':
      return await press.answer.privately(refusal(decision.because, alert, texts));
    case 'second':
      return await second(the);
    case 'decide':
      return await decide({ kind: decision.verdict, by: press.member.id, at: parts.clock.now() }, the);
  }
}

async function decide(verdict: NonNullable<Alert['verdict']>, { press, community, texts, parts }: Case): Promise<void> {
  const result = await parts.alerts.decide(press.alertId, verdict);
  if (result === undefined) return await press.answer.privately(texts.answers.gone);
  if (!result.won) return await press.answer.privately(refusal('decided', result.alert, texts));

  parts.log.info('alert decided', { alert: press.alertId, verdict: verdict.kind });
  // The stale mark in the store stands until the poster has edited the card too: this is only the faster way.
  await press.answer.showCard(parts.render(result.alert, community));
  parts.wakeAlerts(press.guildId);
}

async function second(the: Case): Promise<void> {
  const { press, texts, parts } = the;
  const turn = await parts.alerts.support(press.alertId, press.member.id);
  if (turn === 'first') return await press.answer.privately(texts.answers.secondNeeded);
  if (turn === 'same') return await press.answer.privately(texts.answers.secondMustDiffer);
  await decide({ kind: 'confirmed', by: press.member.id, at: parts.clock.now() }, the);
}

function refusal(because: 'decided' | 'needs-moderator' | 'needs-reader', alert: Alert, texts: Texts): string {
  if (because === 'needs-moderator') return texts.answers.needsModerator;
  if (because === 'needs-reader') return fill(texts.answers.needsReader, { language: alert.flag.language });
  const { verdict } = alert;
  if (verdict === undefined) return texts.answers.gone;
  return fill(texts.answers.alreadyDecided, {
    verdict: texts.verdicts[verdict.kind],
    member: nameMember(verdict.by, texts),
    when: timestamp(verdict.at, 'R'),
  });
}
