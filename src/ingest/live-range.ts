import type { IdRange } from '../domain/coverage.js';
import type { Message } from '../domain/message.js';
import { compareIds, laterId, type Snowflake } from '../domain/snowflake.js';

/** A live message and whether its own id is covered already, because it came after one with a higher id or after catch-up had read past it. */
export interface LiveMessage {
  readonly message: Message;
  readonly late: boolean;
}

export interface LiveBurst {
  readonly range: IdRange;
  readonly messages: readonly LiveMessage[];
}

/**
 * What a burst of live messages of one channel covers.
 *
 * Within one unbroken session nothing between `joinedTo` and the newest message can have been missed. Before the channel
 * is joined, only the span of the burst itself is claimed: what came before it is catch-up's to read.
 */
export function liveBurst(messages: readonly Message[], joinedTo: Snowflake | undefined): LiveBurst | undefined {
  const sorted = [...messages].sort((a, b) => compareIds(a.id, b.id));
  const [oldest] = sorted;
  const newest = sorted.at(-1);
  if (oldest === undefined || newest === undefined) return undefined;

  return {
    range: { from: joinedTo ?? oldest.id, to: joinedTo === undefined ? newest.id : laterId(joinedTo, newest.id) },
    messages: sorted.map((message) => ({
      message,
      late: joinedTo !== undefined && compareIds(message.id, joinedTo) <= 0,
    })),
  };
}
