import { describe, expect, it } from '@jest/globals';
import { setAside } from '../../src/alert/set-aside.js';

const minute = (minutes: number) => new Date(Date.UTC(2026, 4, 11, 9, minutes));

describe('a card that Discord found faulty', () => {
  it('is set aside for ten minutes, and tried again then', () => {
    const faulty = setAside();
    faulty.add('a', minute(0));
    faulty.add('b', minute(5));
    expect([faulty.count(minute(9)), faulty.has('a'), faulty.has('b')]).toEqual([2, true, true]);
    expect([faulty.count(minute(10)), faulty.has('a'), faulty.has('b')]).toEqual([1, false, true]);
  });
});
