import { OVERFLOW_ACTION } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import { isOnTeam } from '../domain/team.js';
import { messageOf } from '../ports/errors.js';
import type { Press } from '../ports/press.js';
import type { Texts } from '../texts/texts.js';
import { textsIn } from '../texts/texts-in.js';
import { carryOut } from './carry-out.js';
import { decidePress } from './decide-press.js';
import type { ReviewParts } from './review-parts.js';

/** Answers one press. May come twice, or from two people at once: the store decides who was first. Never throws. */
export async function answerPress(press: Press, parts: ReviewParts): Promise<void> {
  const community = parts.community(press.guildId);
  if (community === undefined) return;
  const texts = textsIn(community.interfaceLanguage);
  try {
    if (press.action === OVERFLOW_ACTION) return await answerWaiting(press, community, parts);
    if (opensForm(press, community)) return await openForm(press, texts);
    const alert = await parts.alerts.find(press.alertId);
    if (alert === undefined || alert.flag.guildId !== press.guildId)
      return await press.answer.privately(texts.answers.gone);
    const decision = decidePress(press.action, alert, press.member, community);
    await carryOut(decision, { press, alert, community, texts, parts });
  } catch (error) {
    parts.log.error('a press could not be answered', {
      alert: press.alertId,
      error: messageOf(error),
    });
    await press.answer.privately(texts.answers.failed);
  }
}

/** A form can only be Discord's very first answer, so it opens before the store is asked; what is written is checked when it comes. */
function opensForm({ action, written, member }: Press, community: Community): boolean {
  return action === 'hold' && written === undefined && isOnTeam(member, community);
}

/** The list of what waits is for the team, like the cards. */
async function answerWaiting(press: Press, community: Community, parts: ReviewParts): Promise<void> {
  const texts = textsIn(community.interfaceLanguage);
  const list = isOnTeam(press.member, community) ? parts.listWaiting(community, texts) : texts.answers.needsModerator;
  await press.answer.privately(await list);
}

async function openForm({ alertId, answer }: Press, { review }: Texts): Promise<void> {
  await answer.openForm({ action: 'hold', id: alertId, title: review.form.title, label: review.form.reason });
}
