import type { Gap, IdRange } from '../../src/domain/coverage.js';
import type { Snowflake } from '../../src/domain/snowflake.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { Ledger } from '../../src/store/store.js';

/** A ledger of one channel that keeps its promises in plain sets, and remembers how often each id was counted. */
export interface InMemoryLedger extends Ledger {
  readonly counted: ReadonlyMap<Snowflake, number>;
  /** The next commits fail. */
  failNext(times: number): void;
}

export function inMemoryLedger(): InMemoryLedger {
  const counted = new Map<Snowflake, number>();
  const late = new Set<Snowflake>();
  const state: { ranges: readonly { from: bigint; to: bigint }[]; gaps: readonly Gap[]; failing: number } = {
    ranges: [],
    gaps: [],
    failing: 0,
  };
  const covers = (id: Snowflake) => state.ranges.some(({ from, to }) => from <= BigInt(id) && BigInt(id) <= to);
  const count = (id: Snowflake) => counted.set(id, (counted.get(id) ?? 0) + 1);

  return {
    counted,
    failNext: (times) => {
      state.failing = times;
    },
    async commit({ range, messages }) {
      await Promise.resolve();
      if (state.failing > 0) {
        state.failing -= 1;
        throw new Error('the database is away');
      }
      const fresh = messages.filter(({ id, late: isLate }) => !late.has(id) && (isLate || (range && !covers(id))));
      for (const { id, late: isLate } of fresh) {
        count(id);
        if (isLate) late.add(id);
      }
      if (range) state.ranges = merge([...state.ranges, { from: BigInt(range.from), to: BigInt(range.to) }]);
      return { counted: 0, newFlags: [] };
    },
    ranges: async () => state.ranges.map(toRange),
    nameGap: async (_guildId, channelId, range, reason) => {
      // Only the gap that fixes where reading begins matters to what is planned.
      if (reason === 'before-first-start') state.gaps = [...state.gaps, { ...range, channelId, reason }];
    },
    gaps: async () => state.gaps,
    channels: async () => [],
  };
}

function merge(ranges: readonly { from: bigint; to: bigint }[]): readonly { from: bigint; to: bigint }[] {
  const merged: { from: bigint; to: bigint }[] = [];
  for (const range of [...ranges].sort((a, b) => Number(a.from - b.from))) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + 1n) last.to = range.to > last.to ? range.to : last.to;
    else merged.push({ ...range });
  }
  return merged;
}

function toRange({ from, to }: { from: bigint; to: bigint }): IdRange {
  return { from: toSnowflake(from.toString()), to: toSnowflake(to.toString()) };
}
