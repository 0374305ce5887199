import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IdRange } from '../../src/domain/coverage.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { padId, subtract, unpadId, widen } from '../../src/store/id-range.js';

const LARGEST = '18446744073709551615';

describe('ranges of ids', () => {
  it('sort by age once they are padded, and come back as they were', () => {
    const ids = ['0', '9', '10', '999', '1000', LARGEST].map(toSnowflake);
    expect([...ids].reverse().map(padId).sort().map(unpadId)).toEqual(ids);
  });

  it('do not grow past the ends of what an id can be', () => {
    const whole = rangeOf(0n, BigInt(LARGEST));
    expect(widen(whole)).toEqual(whole);
    expect(subtract(whole, [whole])).toEqual([]);
  });

  it('less their holes are what a plain set of numbers says', () => {
    const drawn = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 10 }));
    fc.assert(
      fc.property(drawn, fc.array(drawn, { maxLength: 6 }), ([start, length], holes) => {
        const ranges = holes.map(([from, size]) => rangeOf(BigInt(from), BigInt(from + size)));
        const rest = subtract(rangeOf(BigInt(start), BigInt(start + length)), ranges);
        const expected = list(start, start + length).filter(
          (n) => !holes.some(([from, size]) => n >= from && n <= from + size),
        );
        expect(rest.flatMap((range) => list(Number(range.from), Number(range.to)))).toEqual(expected);
      }),
    );
  });
});

function rangeOf(from: bigint, to: bigint): IdRange {
  return { from: toSnowflake(from.toString()), to: toSnowflake(to.toString()) };
}

function list(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
