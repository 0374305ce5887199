import { type Assessment, alerts } from '../assess/assessment.js';
import type { Flag } from './flag.js';
import type { Message } from './message.js';
import type { Snowflake } from './snowflake.js';

interface Making {
  readonly id: string;
  readonly now: Date;
}

/** What to keep of an assessed message: undefined unless moderators should see it, so that no other text is ever stored. */
export function flagMessage(message: Message, assessment: Assessment, at: Making): Flag | undefined {
  const { level, category } = assessment;
  if (!alerts(level) || category === null) return undefined;
  return toFlag(message, assessment, at, { level, category });
}

/**
 * What to keep of a message that a member reported: what the classifier finds stands there as ever; where it finds nothing
 * to alert, the category says that a person did.
 */
export function flagReported(message: Message, assessment: Assessment, at: Making, by: Snowflake): Flag {
  const found = flagMessage(message, assessment, at);
  const flag = found ?? toFlag(message, assessment, at, { level: 'review', category: 'reported' });
  return { ...flag, reportedBy: by };
}

function toFlag(message: Message, assessment: Assessment, at: Making, label: Pick<Flag, 'level' | 'category'>): Flag {
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
    level: label.level,
    score: assessment.score,
    category: label.category,
    polarity: assessment.polarity,
    reasons: assessment.reasons,
    pack: assessment.pack,
    flaggedAt: at.now,
    deletedAt: undefined,
  };
}
