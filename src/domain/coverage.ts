import type { Snowflake } from './snowflake.js';

/** Message ids, both ends inclusive: every message in it that existed when it was read has been assessed and counted once. */
export interface IdRange {
  readonly from: Snowflake;
  readonly to: Snowflake;
}

/** Why a stretch of a channel's history is not covered. `backfill`: an operator asked for it, and it is still to be read. */
export const GAP_REASONS = [
  'before-first-start',
  'outage',
  'no-permission',
  'history-unavailable',
  'channel-deleted',
  'backfill',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** A stretch of ids that nobody has read, with the reason. */
export interface Gap extends IdRange {
  readonly channelId: Snowflake;
  readonly reason: GapReason;
}
