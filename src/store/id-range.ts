import type { IdRange } from '../domain/coverage.js';
import { compareIds, type Snowflake, toSnowflake } from '../domain/snowflake.js';

const DIGITS = 20;
const LARGEST = (1n << 64n) - 1n;

/** An id as it is stored where it must be ordered: text order is the order of age. */
export function padId(id: Snowflake): string {
  return id.padStart(DIGITS, '0');
}

/** Reads an id as `padId` wrote it. */
export function unpadId(padded: string): Snowflake {
  return toSnowflake(BigInt(padded).toString());
}

/** Throws RangeError for a range that ends before it begins. */
export function checkRange(range: IdRange): IdRange {
  if (compareIds(range.from, range.to) > 0)
    throw new RangeError(`a range ends before it begins: ${range.from}-${range.to}`);
  return range;
}

/** Whether the range holds this id; both ends belong to it. */
export function holds(range: IdRange, id: Snowflake): boolean {
  return compareIds(range.from, id) <= 0 && compareIds(id, range.to) <= 0;
}

/** The range one id wider on each side: what overlaps this overlaps or touches the range itself. */
export function widen(range: IdRange): IdRange {
  return { from: before(range.from), to: after(range.to) };
}

/** The smallest range around all of these. */
export function span(first: IdRange, others: readonly IdRange[]): IdRange {
  return others.reduce(
    (whole, range) => ({
      from: compareIds(range.from, whole.from) < 0 ? range.from : whole.from,
      to: compareIds(range.to, whole.to) > 0 ? range.to : whole.to,
    }),
    first,
  );
}

/** What of the range lies in none of the holes, oldest first. */
export function subtract(range: IdRange, holes: readonly IdRange[]): readonly IdRange[] {
  const rest: IdRange[] = [];
  let from = range.from;
  for (const hole of [...holes].sort((a, b) => compareIds(a.from, b.from))) {
    if (compareIds(hole.to, from) < 0) continue;
    if (compareIds(hole.from, range.to) > 0) break;
    if (compareIds(hole.from, from) > 0) rest.push({ from, to: before(hole.from) });
    if (compareIds(hole.to, range.to) >= 0) return rest;
    from = after(hole.to);
  }
  return [...rest, { from, to: range.to }];
}

function before(id: Snowflake): Snowflake {
  const number = BigInt(id);
  return toSnowflake((number === 0n ? 0n : number - 1n).toString());
}

function after(id: Snowflake): Snowflake {
  const number = BigInt(id);
  return toSnowflake((number === LARGEST ? LARGEST : number + 1n).toString());
}
