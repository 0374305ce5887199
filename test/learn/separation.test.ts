import { describe, expect, it } from '@jest/globals';
import { separationOf } from '../../src/learn/separation.js';

describe('separation of calls from benign texts', () => {
  it('is the share of pairs in which the call stands higher, with half for equals', () => {
    const odds = [2, -1, 1, 1];
    const isCall = [true, true, false, true];
    // Against the benign 1: 2 stands higher, -1 lower, 1 equal.
    expect(separationOf(odds, isCall)).toEqual({ auc: 0.5, callsRight: 0.6667, benignRight: 0 });
  });

  it('counts every pair as a naive count does', () => {
    const odds = Array.from({ length: 60 }, (_, index) => ((index * 37) % 23) - 11);
    const isCall = odds.map((_, index) => index % 3 === 0);
    const calls = odds.filter((_, index) => isCall[index]);
    const benign = odds.filter((_, index) => !isCall[index]);
    const wins = calls
      .flatMap((call) => benign.map((one) => (one < call ? 1 : one === call ? 0.5 : 0)))
      .reduce<number>((a, b) => a + b, 0);
    expect(separationOf(odds, isCall).auc).toBeCloseTo(wins / (calls.length * benign.length), 4);
  });

  it('is nothing where there are no calls, or no benign texts', () => {
    expect(separationOf([1], [false])).toEqual({ auc: 0, callsRight: 0, benignRight: 0 });
    expect(separationOf([], [])).toEqual({ auc: 0, callsRight: 0, benignRight: 0 });
  });
});
