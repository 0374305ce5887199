import type { AuditActor } from './audit.js';
import { type Snowflake, toSnowflake } from './snowflake.js';

/** Stands where an id was erased: no Discord thing has it. */
export const ERASED_ID: Snowflake = toSnowflake('0');

/** What can be forgotten within a community. */
export const ERASED_KINDS = ['user', 'message', 'channel'] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** A wish to be forgotten, in one community. */
export interface ErasureRequest {
  readonly guildId: Snowflake;
  readonly kind: ErasedKind;
  readonly id: Snowflake;
  /** Who carries it out. */
  readonly actor: AuditActor;
  readonly at: Date;
}

/** What went. */
export interface Erased {
  /** Flags that lost their text and ids. */
  readonly flags: number;
  /** Cards in Discord that the bot has to edit now. */
  readonly cards: number;
  /** Places where the person stood as a member of the team. */
  readonly names: number;
}
