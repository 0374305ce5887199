import { type Assessment, alerts } from '../assess/assessment.js';
import type { Flag } from './flag.js';
import type { Message } from './message.js';

/** What to keep of an assessed message: undefined unless moderators should see it, so that no other text is ever stored. */
export function flagMessage(
  message: Message,
  assessment: Assessment,
  at: { readonly id: string; readonly now: Date },
): Flag | undefined {
  if (!alerts(assessment.level) || assessment.category === null) return undefined;

  return {
    id: at.id,
    guildId: message.guildId,
    channelId: message.channelId,
    messageId: message.id,
    authorId: message.authorId,
    editedAt: message.editedAt,
    text: message.text,
    language: assessment.language,
    languageProbability: assessment.languages[0]?.probability ?? 0,
    level: assessment.level,
    score: assessment.score,
    category: assessment.category,
    polarity: assessment.polarity,
    reasons: assessment.reasons,
    pack: assessment.pack,
    flaggedAt: at.now,
    deletedAt: undefined,
  };
}
