import { describe, expect, it } from '@jest/globals';
import { packetSequence } from '../../../src/adapters/discord/packet-sequence.js';

/** A session whose first packets, up to a number, were handled. */
function handledTo(number: number) {
  const sequence = packetSequence();
  sequence.begin(1);
  for (let n = 2; n <= number; n += 1) sequence.take(n);
  return sequence;
}

describe('the numbers of packets', () => {
  it('show what comes next, and what comes again', () => {
    const sequence = handledTo(5);
    expect([sequence.take(6), sequence.take(6), sequence.take(3), sequence.take(7)]).toEqual([
      ...['next', 'again', 'again', 'next'],
    ]);
    expect(sequence.last()).toBe(7);
  });

  it('show what is missing: it is asked for once, and nothing is handled until a new connection brings it', () => {
    const sequence = handledTo(5);
    expect([sequence.take(7), sequence.take(8)]).toEqual(['resume', 'resuming']);
    expect(sequence.last()).toBe(5);
    sequence.connected();
    expect([sequence.take(6), sequence.take(7), sequence.take(8)]).toEqual(['next', 'next', 'next']);
  });

  it('are taken as they are where what is missing does not come either time', () => {
    const sequence = handledTo(5);
    sequence.take(7);
    sequence.connected();
    expect([sequence.take(7), sequence.take(8)]).toEqual(['after-loss', 'next']);
  });

  it.each([[undefined], [null], ['6'], [6.5], [Number.NaN], [-1]])('that are %p are asked for again', (number) => {
    expect(handledTo(5).take(number)).toBe('resume');
  });

  it('begin anew with a new session, and may count its resuming or not', () => {
    const sequence = handledTo(500);
    sequence.begin(1);
    expect(sequence.take(2)).toBe('next');
    sequence.resumed(3);
    expect(sequence.take(4)).toBe('next');
    sequence.resumed(4);
    expect(sequence.take(5)).toBe('next');
  });

  it('are missed where a frame cannot be read, once a session has begun', () => {
    expect(packetSequence().takeUnreadable()).toBe('next');
    const sequence = handledTo(5);
    expect(sequence.takeUnreadable()).toBe('resume');
    sequence.connected();
    expect(sequence.takeUnreadable()).toBe('after-loss');
  });
});
