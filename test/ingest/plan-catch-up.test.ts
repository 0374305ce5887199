import { describe, expect, it, test } from '@jest/globals';
import type { GapReason } from '../../src/domain/coverage.js';
import { firstIdAt, previousId, type Snowflake, toSnowflake } from '../../src/domain/snowflake.js';
import { byUrgency, planCatchUp, readingFloor, reclaimable } from '../../src/ingest/plan-catch-up.js';

const id = (n: number): Snowflake => toSnowflake(String(n));
const range = (from: number, to: number) => ({ from: id(from), to: id(to) });
const gap = (from: number, to: number, reason: GapReason) => ({ channelId: id(10), ...range(from, to), reason });
const at = (text: string): Date => new Date(text);

describe('what is still to be read', () => {
  test.each([
    ['all of a channel that was never read, from the floor', [], [], 50, [['50', undefined]]],
    ['all of a young channel, from its own beginning', [], [], 5, [['10', undefined]]],
    [
      'what lies between ranges, and the newest',
      [range(10, 20), range(30, 40)],
      [],
      5,
      [
        ['21', '29'],
        ['41', undefined],
      ],
    ],
    [
      'what came before a live message that was committed first',
      [range(30, 30)],
      [],
      5,
      [
        ['10', '29'],
        ['31', undefined],
      ],
    ],
    ['nothing that was given up', [range(10, 20)], [gap(21, 25, 'history-unavailable')], 5, [['26', undefined]]],
    ['outages and refusals again', [range(10, 20)], [gap(21, 25, 'no-permission')], 5, [['21', undefined]]],
    [
      'nothing that waits for a backfill',
      [range(50, 60)],
      [gap(10, 29, 'before-first-start'), gap(30, 49, 'backfill')],
      5,
      [['61', undefined]],
    ],
    [
      'nothing from before the first reading',
      [range(50, 60)],
      [gap(10, 49, 'before-first-start')],
      5,
      [['61', undefined]],
    ],
  ])('is %s', (_name, ranges, gaps, floor, expected) => {
    const plan = planCatchUp({ channelId: id(10), ranges, gaps, floor: id(floor) });
    expect(plan.map(({ from, to }) => [from, to])).toEqual(expected);
  });

  it('comes newest first', () => {
    const plan = byUrgency([
      { from: id(1), to: id(2) },
      { from: id(9), to: undefined },
      { from: id(4), to: id(5) },
    ]);
    expect(plan.map(({ from }) => from)).toEqual(['9', '4', '1']);
  });
});

describe('a past that is asked for', () => {
  it('is what was given up, within what was asked', () => {
    const gaps = [gap(10, 49, 'before-first-start'), gap(60, 69, 'outage'), gap(70, 79, 'history-unavailable')];
    const found = reclaimable(gaps, range(30, 75));
    expect(found.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['30', '49', 'before-first-start'],
      ['70', '75', 'history-unavailable'],
    ]);
  });
});

describe('the floor', () => {
  it('lies the set hours before now for a channel that nobody knows', () => {
    const floor = readingFloor({ channelId: id(10), ranges: [], gaps: [] }, 24, at('2026-01-05T10:00:00Z'));
    expect(floor).toBe(firstIdAt(at('2026-01-04T10:00:00Z')));
  });

  it('stays where it was after an outage of days, so that a young channel loses nothing', () => {
    const created = firstIdAt(at('2026-01-05T09:00:00Z'));
    const read = { from: created, to: firstIdAt(at('2026-01-05T12:00:00Z')) };
    const known = { channelId: created, ranges: [read], gaps: [] };
    const floor = readingFloor(known, 24, at('2026-01-09T12:00:00Z'));
    expect(planCatchUp({ ...known, floor })).toEqual([{ from: (BigInt(read.to) + 1n).toString(), to: undefined }]);
  });

  it('is anchored to a live message that came before anything was read', () => {
    const live = firstIdAt(at('2026-01-05T12:00:00Z'));
    const channelId = firstIdAt(at('2026-01-05T09:00:00Z'));
    const known = { channelId, ranges: [{ from: live, to: live }], gaps: [] };
    const floor = readingFloor(known, 24, at('2026-01-09T12:00:00Z'));
    expect(planCatchUp({ ...known, floor })[0]).toEqual({ from: channelId, to: previousId(live) });
  });
});
