import type { Refusal } from '../domain/review.js';
import type { Rights, TimeOutRights } from '../ports/moderation.js';

/** Why a message may not be deleted for this presser; undefined when it may. */
export function refusalToDelete({ presser, bot }: Rights): Refusal | undefined {
  if (!presser) return 'needs-manage-messages';
  return bot ? undefined : 'bot-manage-messages';
}

/** Why its author may not be timed out; undefined when they may. The bot must not be a way around the order of roles. */
export function refusalToTimeOut(rights: TimeOutRights): Refusal | undefined {
  if (!rights.presser) return 'needs-moderate-members';
  if (!rights.presserOutranks) return 'outranks-you';
  if (!rights.bot) return 'bot-moderate-members';
  return rights.botOutranks ? undefined : 'outranks-bot';
}
