declare const brand: unique symbol;

/** A Discord id: a 64-bit number as a decimal string. Its upper 42 bits are milliseconds since 2015-01-01. */
export type Snowflake = string & { readonly [brand]: 'Snowflake' };

const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const LARGEST = (1n << 64n) - 1n;

/** Whether something is an id: the text of a decimal 64-bit number. */
export function isSnowflake(value: unknown): value is Snowflake {
  return typeof value === 'string' && /^\d{1,20}$/.test(value) && BigInt(value) <= LARGEST;
}

/** Reads an id. Throws RangeError when the text is not a decimal 64-bit number. */
export function toSnowflake(text: string): Snowflake {
  if (!isSnowflake(text)) throw new RangeError(`not a Discord id: ${text.slice(0, 40)}`);
  return text;
}

/** The moment a thing with this id was made. */
export function createdAt(id: Snowflake): Date {
  return new Date(Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS));
}

/** The smallest id that something made at this moment can have: where a range of time starts as a range of ids. */
export function firstIdAt(moment: Date): Snowflake {
  const ms = BigInt(moment.getTime()) - DISCORD_EPOCH_MS;
  return (ms <= 0n ? 0n : ms << 22n).toString() as Snowflake;
}

/** Orders ids by age, oldest first. */
export function compareIds(a: Snowflake, b: Snowflake): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The id right after this one. */
export function nextId(id: Snowflake): Snowflake {
  return (BigInt(id) + 1n).toString() as Snowflake;
}

/** The id right before this one; 0 stays 0. */
export function previousId(id: Snowflake): Snowflake {
  const value = BigInt(id);
  return (value === 0n ? 0n : value - 1n).toString() as Snowflake;
}

export function laterId(a: Snowflake, b: Snowflake): Snowflake {
  return compareIds(a, b) >= 0 ? a : b;
}
