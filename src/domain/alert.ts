import type { Flag } from './flag.js';
import type { Marks } from './review.js';
import type { Snowflake } from './snowflake.js';

/** What a moderator says of an alert. */
export const VERDICTS = ['confirmed', 'false-alarm'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

export interface Verdict {
  readonly kind: VerdictKind;
  readonly by: Snowflake;
  readonly at: Date;
}

/** The card in the moderator channel, once it is known to exist. */
export interface CardPlace {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
}

/** What a card says of all the messages it stands for: near-duplicates of the same community, category and polarity. */
export interface Campaign {
  /** Number of the card within its community, so that people can speak of it: «#12». */
  readonly number: number;
  /** Messages that the card stands for, its own included. */
  readonly copies: number;
  /** How many of them were deleted in Discord. */
  readonly deleted: number;
  /** Different wordings among them; a verdict holds for the one that is shown, and the others get a card of their own then. */
  readonly wordings: number;
  /** Channels that they stand in. */
  readonly channels: number;
  /** The channels with most of them first, at most {@link MOST_PLACES}. */
  readonly places: readonly CampaignPlace[];
  /** What moderators said of other wordings of the same campaign, newest first, at most {@link MOST_LIKE}. */
  readonly like: readonly LikeVerdict[];
  /** Whether this card, when it is posted, is the one of its campaign that may ping. */
  readonly pings: boolean;
}

/** One channel, and one of the messages in it. */
export interface CampaignPlace {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
  readonly copies: number;
}

/** A verdict on another wording of the same campaign. */
export interface LikeVerdict {
  readonly number: number;
  readonly verdict: VerdictKind;
  readonly card: CardPlace | undefined;
}

export const MOST_PLACES = 7;
export const MOST_LIKE = 3;

/** One row of the outbox: a flag that moderators are owed a card for, with the copies that joined it. */
export interface Alert {
  /** Same as the flag's id: a card is opened by one flag, and others may join it. */
  readonly id: string;
  readonly flag: Flag;
  readonly dueAt: Date;
  /** When posting was first tried; undefined when it never was. A tried alert without a card is looked up before it is posted again. */
  readonly triedAt: Date | undefined;
  readonly card: CardPlace | undefined;
  readonly verdict: Verdict | undefined;
  /** What the team said short of a verdict; undefined when nothing. */
  readonly marks?: Marks | undefined;
  /** The messages that its card stands for; undefined where it stands for its own alone. */
  readonly campaign?: Campaign | undefined;
}
