import type { Clock } from '../../../ports/clock.js';

const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/**
 * Makes ids the way Discord does, from the given clock, but strictly increasing:
 * a clock that stands still or jumps back must never make two messages change places.
 */
export function createSnowflakes(clock: Pick<Clock, 'now'>): () => string {
  let last = 0n;
  return () => {
    const earliest = (BigInt(clock.now().getTime()) - DISCORD_EPOCH_MS) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return last.toString();
  };
}

/** The moment an id was made, in milliseconds since 1970. */
export function snowflakeMs(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS);
}

/** Orders ids by age, oldest first, without making numbers of them. */
export function compareSnowflakes(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
