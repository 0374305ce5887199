import type { Card, CardAction, CardButton, Form } from '../domain/card.js';
import type { Snowflake } from '../domain/snowflake.js';

/**
 * A moderator's press on a button or a choice in a menu, or a form sent. Acknowledged to Discord already, so that work may
 * take longer than its three seconds; but not where a form has to be opened, which only the very first answer can.
 */
export interface Press {
  readonly action: CardAction;
  /** The alert the button belongs to. */
  readonly alertId: string;
  readonly guildId: Snowflake;
  readonly member: Presser;
  /** What was written into the form; undefined for a press. */
  readonly written?: string | undefined;
  readonly answer: PressAnswer;
}

/** Who pressed, as Discord vouches for it at the moment of the press. */
export interface Presser {
  readonly id: Snowflake;
  readonly roleIds: readonly Snowflake[];
  /** Has Discord's Moderate Members permission (or Administrator). */
  readonly mayModerate: boolean;
}

/** Something that only the presser sees, with buttons that belong to an alert. */
export interface PrivateAnswer {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly CardButton[];
}

/** How a press is answered. None throws: an expired interaction is logged, and the work stands. */
export interface PressAnswer {
  /** Says something that only the presser sees. Markup is the caller's to escape. */
  privately(answer: string | PrivateAnswer): Promise<void>;
  /** Shows the card as it now is; false when that failed and the card must be edited another way. */
  showCard(card: Card): Promise<boolean>;
  /** Puts this text in the place of the private answer whose button was pressed. */
  replace(text: string): Promise<void>;
  /** Opens a form; what is written into it comes as another press. */
  openForm(form: Form): Promise<void>;
}
