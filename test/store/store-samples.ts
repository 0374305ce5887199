import { CATEGORIES } from '../../src/assess/assessment.js';
import type { CardPlace } from '../../src/domain/alert.js';
import type { IdRange } from '../../src/domain/coverage.js';
import type { Flag } from '../../src/domain/flag.js';
import { firstIdAt, type Snowflake, toSnowflake } from '../../src/domain/snowflake.js';
import type { ReadBatch, ReadMessage } from '../../src/store/store.js';

export const GUILD = toSnowflake('4001');
export const OTHER_GUILD = toSnowflake('4002');
export const CHANNEL = toSnowflake('5001');
export const OTHER_CHANNEL = toSnowflake('5002');
/** A Monday, well inside a UTC day. */
export const NOON = new Date('2026-03-02T12:00:00Z');
export const CARD: CardPlace = { channelId: toSnowflake('6001'), messageId: toSnowflake('6002') };

/** The n-th id of the moment NOON. */
export function idOf(n: number): Snowflake {
  return toSnowflake((BigInt(firstIdAt(NOON)) + BigInt(n)).toString());
}

export function rangeOf(from: number, to: number): IdRange {
  return { from: idOf(from), to: idOf(to) };
}

export function minutesLater(minutes: number): Date {
  return new Date(NOON.getTime() + minutes * 60_000);
}

export function aMessage(n: number, overrides: Partial<ReadMessage> = {}): ReadMessage {
  return { id: idOf(n), language: 'tg', outcome: 'none', ...overrides };
}

export function aFlag(n: number, overrides: Partial<Flag> = {}): Flag {
  return {
    id: `flag-${n}`,
    guildId: GUILD,
    channelId: CHANNEL,
    messageId: idOf(n),
    authorId: toSnowflake('7001'),
    editedAt: undefined,
    text: `flat sample number ${n}`,
    language: 'tg',
    languageProbability: 0.93,
    level: 'review',
    score: 2.25,
    category: CATEGORIES[0],
    polarity: 'for',
    reasons: [{ kind: 'term', text: 'sample', gloss: 'sample', role: 'group', weight: 1.5, start: 5, end: 11 }],
    pack: 'sample@1+0',
    flaggedAt: NOON,
    deletedAt: undefined,
    ...overrides,
  };
}

/** Messages `from` to `to` and a range that is covered with them. */
export function aBatch(from: number, to: number, overrides: Partial<ReadBatch> = {}): ReadBatch {
  const messages = Array.from({ length: to - from + 1 }, (_, index) => aMessage(from + index));
  return { guildId: GUILD, channelId: CHANNEL, range: rangeOf(from, to), messages, flags: [], at: NOON, ...overrides };
}

/** A batch that claims nothing but its flags, as edits do. */
export function flagsOnly(...flags: readonly Flag[]): ReadBatch {
  return { guildId: GUILD, channelId: CHANNEL, range: undefined, messages: [], flags, at: NOON };
}
