import type { Card, CardAction } from '../domain/card.js';
import type { Snowflake } from '../domain/snowflake.js';

/** A moderator's press on a button, acknowledged to Discord already, so that work may take longer than its three seconds. */
export interface Press {
  readonly action: CardAction;
  /** The alert the button belongs to. */
  readonly alertId: string;
  readonly guildId: Snowflake;
  readonly member: Presser;
  readonly answer: PressAnswer;
}

/** Who pressed, as Discord vouches for it at the moment of the press. */
export interface Presser {
  readonly id: Snowflake;
  readonly roleIds: readonly Snowflake[];
  /** Has Discord's Moderate Members permission (or Administrator). */
  readonly mayModerate: boolean;
}

/** How a press is answered. Neither throws: an expired interaction is logged, and the work stands. */
export interface PressAnswer {
  /** Says something that only the presser sees. Markup is the caller's to escape. */
  privately(text: string): Promise<void>;
  /** Shows the card as it now is; false when that failed and the card must be edited another way. */
  showCard(card: Card): Promise<boolean>;
}
