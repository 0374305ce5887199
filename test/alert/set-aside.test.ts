import { describe, expect, it } from '@jest/globals';
import { setAside } from '../../src/alert/set-aside.js';

const after = (minutes: number) => new Date(Date.UTC(2026, 4, 11, 9, minutes));

describe('a card that Discord found faulty', () => {
  it('is set aside for ten minutes, and tried again then', () => {
    const faulty = setAside();
    faulty.add('a', after(0));
    faulty.add('b', after(5));
    expect([faulty.count(after(9)), faulty.has('a'), faulty.has('b')]).toEqual([2, true, true]);
    expect([faulty.count(after(10)), faulty.has('a'), faulty.has('b')]).toEqual([1, false, true]);
  });
});
