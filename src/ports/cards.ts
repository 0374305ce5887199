import type { CardPlace } from '../domain/alert.js';
import type { Card } from '../domain/card.js';
import type { Snowflake } from '../domain/snowflake.js';

/** The moderator channel. Throws RefusedError when Discord says no, UnavailableError when it may be tried again. */
export interface Cards {
  /** Posts a card. Twice within minutes yields one message (Discord's nonce); later, look with `find` first. */
  post(channelId: Snowflake, card: Card): Promise<CardPlace>;
  /** Shows the card as it now is; false when the message is gone. */
  edit(place: CardPlace, card: Card): Promise<boolean>;
  /** Looks for our own card with this id among the channel's messages since `since`. */
  find(channelId: Snowflake, id: string, since: Date): Promise<CardPlace | undefined>;
}
