import type { CardPlace } from '../domain/alert.js';
import type { Snowflake } from '../domain/snowflake.js';

/** A card that says how many alerts wait. */
export interface OverflowCard {
  readonly guildId: Snowflake;
  readonly openedAt: Date;
  /** Undefined until it is known to exist: then look for it before it is posted again. */
  readonly place: CardPlace | undefined;
  /** The number that it shows, and since when. */
  readonly shown: number;
  readonly shownAt: Date;
}

/** The one card of a community that says how many alerts wait for the hourly cap. */
export interface Overflow {
  find(guildId: Snowflake): Promise<OverflowCard | undefined>;
  /** Opens one; undefined where one is open: only the first caller may post without looking for it. */
  open(guildId: Snowflake, at: Date): Promise<OverflowCard | undefined>;
  markShown(card: OverflowCard, place: CardPlace, shown: number, at: Date): Promise<void>;
  /** It is over, or gone in Discord: the next is another card. */
  forget(card: OverflowCard): Promise<void>;
}
