import { ERASED_ID } from '../domain/erasure.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Texts } from './texts.js';

/** A member as cards and answers name them: Discord shows the name to who may see it, and the card pings nobody. */
export function nameMember(id: Snowflake, { card }: Pick<Texts, 'card'>): string {
  return id === ERASED_ID ? card.erasedMember : `<@${id}>`;
}
