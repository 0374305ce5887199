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

/** One row of the outbox: a flag that moderators are owed a card for. */
export interface Alert {
  /** Same as the flag's id: one card per flag. */
  readonly id: string;
  readonly flag: Flag;
  readonly dueAt: Date;
  /** When posting was first tried; undefined when it never was. A tried alert without a card is looked up before it is posted again. */
  readonly triedAt: Date | undefined;
  readonly card: CardPlace | undefined;
  readonly verdict: Verdict | undefined;
  /** What the team said short of a verdict; undefined when nothing. */
  readonly marks?: Marks | undefined;
}
