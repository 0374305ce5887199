import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compareIds,
  createdAt,
  firstIdAt,
  laterId,
  nextId,
  previousId,
  toSnowflake,
} from '../../src/domain/snowflake.js';

const anId = fc.bigInt({ min: 0n, max: (1n << 64n) - 2n }).map((value) => toSnowflake(value.toString()));

describe('a Discord id', () => {
  test.each(['', 'x', '-1', '1.5', '18446744073709551616', ' 1'])('is not «%s»', (text) => {
    expect(() => toSnowflake(text)).toThrow(RangeError);
  });

  it('tells when its thing was made', () => {
    expect(createdAt(toSnowflake('175928847299117063')).toISOString()).toBe('2016-04-30T11:18:25.796Z');
  });

  it('is the first of its millisecond where it is made from a moment', () => {
    const moment = new Date('2026-01-05T10:00:00.123Z');
    expect(createdAt(firstIdAt(moment))).toEqual(moment);
    expect(createdAt(previousId(firstIdAt(moment))).getTime()).toBe(moment.getTime() - 1);
    expect(firstIdAt(new Date(0))).toBe('0');
  });

  it('is ordered as its number is', () => {
    fc.assert(
      fc.property(anId, anId, (a, b) => {
        expect(Math.sign(compareIds(a, b))).toBe(Math.sign(Number(BigInt(a) - BigInt(b))));
        expect(BigInt(laterId(a, b))).toBe(BigInt(a) > BigInt(b) ? BigInt(a) : BigInt(b));
        expect(previousId(nextId(a))).toBe(a);
      }),
    );
  });

  it('has none before 0', () => {
    expect(previousId(toSnowflake('0'))).toBe('0');
  });
});
