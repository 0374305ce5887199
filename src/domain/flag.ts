import { CATEGORIES, type Level, type Polarity, type Reason } from '../assess/assessment.js';
import type { Snowflake } from './snowflake.js';

/** What a flag is about: what the classifier found, or that a member reported a message in which it found nothing to alert. */
export const FLAG_CATEGORIES = [...CATEGORIES, 'reported'] as const;
export type FlagCategory = (typeof FLAG_CATEGORIES)[number];

/** What is kept of a message that moderators should see. Text and ids of it are ciphertext at rest. */
export interface Flag {
  /** Random, safe to show: it names the flag in card buttons and logs. */
  readonly id: string;
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
  readonly authorId: Snowflake;
  /** The edit this flag is about; undefined for the message as first posted. */
  readonly editedAt: Date | undefined;
  /** Undefined once it was erased. */
  readonly text: string | undefined;
  readonly language: string;
  readonly languageProbability: number;
  readonly level: Level;
  readonly score: number;
  readonly category: FlagCategory;
  readonly polarity: Polarity;
  readonly reasons: readonly Reason[];
  readonly pack: string;
  readonly flaggedAt: Date;
  /** When the author (or a moderator in Discord) deleted the message. */
  readonly deletedAt: Date | undefined;
  /** The member who reported the message. Shown to nobody: it is kept against a flood of reports, and goes with the text. */
  readonly reportedBy?: Snowflake | undefined;
}
