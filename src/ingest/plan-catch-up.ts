import type { Gap, GapReason, IdRange } from '../domain/coverage.js';
import { compareIds, createdAt, firstIdAt, laterId, nextId, previousId, type Snowflake } from '../domain/snowflake.js';

/** Ids to read, both ends inclusive; an open end reads to the newest message. */
export interface Stretch {
  readonly from: Snowflake;
  readonly to: Snowflake | undefined;
}

export interface ChannelCoverage {
  readonly channelId: Snowflake;
  /** Oldest first, disjoint. */
  readonly ranges: readonly IdRange[];
  readonly gaps: readonly Gap[];
  /** Where reading starts in a channel whose past was not given up yet. */
  readonly floor: Snowflake;
}

/**
 * How far back a channel is read: these hours before it was first known, or before now.
 *
 * Anchored to what is known and not to now: else an outage longer than these hours would lose what lies before them in a channel
 * that was younger when it was first read.
 */
export function readingFloor({ ranges, gaps }: Omit<ChannelCoverage, 'floor'>, hours: number, now: Date): Snowflake {
  const known = [...ranges, ...gaps.filter((gap) => gap.reason !== 'before-first-start')].map(({ from }) => from);
  const oldest = known.sort(compareIds).at(0);
  const anchor = oldest === undefined ? now : createdAt(oldest);
  return firstIdAt(new Date(anchor.getTime() - hours * HOUR_MS));
}

/** Gaps that reading again will not fill. */
const GIVEN_UP: readonly GapReason[] = ['before-first-start', 'history-unavailable'];
const HOUR_MS = 3_600_000;

/**
 * What is still to be read of a channel: from where reading once began (or begins now) to the newest message, less what is covered.
 *
 * The beginning is not the first covered range: a live message can be committed before anything older was read.
 */
export function planCatchUp(coverage: ChannelCoverage): readonly Stretch[] {
  const elsewhere = coverage.gaps.filter((gap) => GIVEN_UP.includes(gap.reason) || gap.reason === 'backfill');
  const settled = [...coverage.ranges, ...elsewhere].sort((a, b) => compareIds(a.from, b.from));
  const stretches: Stretch[] = [];
  let from = firstUnread(coverage);
  for (const range of settled) {
    if (compareIds(range.from, from) > 0) stretches.push({ from, to: previousId(range.from) });
    from = laterId(from, nextId(range.to));
  }
  stretches.push({ from, to: undefined });
  return stretches;
}

/** What of a channel was given up and is now asked for, within these ids. */
export function reclaimable(gaps: readonly Gap[], { from, to }: IdRange): readonly Gap[] {
  return gaps
    .filter((gap) => GIVEN_UP.includes(gap.reason) && compareIds(gap.from, to) <= 0 && compareIds(gap.to, from) >= 0)
    .map((gap) => ({ ...gap, from: laterId(gap.from, from), to: compareIds(gap.to, to) < 0 ? gap.to : to }));
}

/** Where reading of this channel begins: stays put once the stretch before it was given up. */
export function firstUnread({ channelId, gaps, floor }: ChannelCoverage): Snowflake {
  const before = gaps.find((gap) => gap.reason === 'before-first-start');
  return before === undefined ? laterId(channelId, floor) : nextId(before.to);
}

/** Newest first: what was sent last is worth the most, and the open end joins the live feed. */
export function byUrgency(stretches: readonly Stretch[]): readonly Stretch[] {
  return [...stretches].sort((a, b) => compareIds(b.from, a.from));
}
