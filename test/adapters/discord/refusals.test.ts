import { describe, expect, it } from '@jest/globals';
import { watchRefusals } from '../../../src/adapters/discord/refusals.js';

function aWatch() {
  const now = { ms: Date.UTC(2026, 4, 11, 9) };
  const said: string[] = [];
  const log = { error: (line: string) => void said.push(line), info: (line: string) => void said.push(line) };
  const refusals = watchRefusals({ now: () => new Date(now.ms) }, log);
  return {
    refusals,
    said,
    pass: (minutes: number) => {
      now.ms += minutes * 60_000;
    },
    refuse: (times: number, status = 403, shared = false) => {
      for (let n = 0; n < times; n += 1) refusals.note(status, shared);
    },
  };
}

describe('requests that Discord refuses', () => {
  it('stop the reading of history long before Discord blocks the address, and nothing else yet', () => {
    const { refusals, refuse, said } = aWatch();
    refuse(999);
    refusals.require('reading');
    expect(refusals.fault()).toBeUndefined();
    refuse(1);
    expect(() => refusals.require('reading')).toThrow('refused 1000 requests in ten minutes');
    refusals.require('anything');
    expect(refusals.fault()).toContain('reading of history is paused');
    expect(said).toEqual(['Discord refuses too much: reading of history is paused']);
  });

  it('stop everything at half of what Discord takes', () => {
    const { refusals, refuse } = aWatch();
    refuse(4_999, 429);
    refusals.require('anything');
    refuse(1, 401);
    expect(() => refusals.require('anything')).toThrow('it is not asked for now');
    expect(refusals.fault()).toContain('nothing is asked of it');
  });

  it('are forgotten after ten minutes, and history is read again', () => {
    const { refusals, refuse, pass, said } = aWatch();
    refuse(600);
    pass(5);
    refuse(400);
    expect(() => refusals.require('reading')).toThrow();
    pass(5.2);
    refusals.require('reading');
    expect(refusals.fault()).toBeUndefined();
    expect(said).toHaveLength(2);
  });

  it('count neither where others ran into a shared limit, nor where the answer is another', () => {
    const { refusals, refuse } = aWatch();
    refuse(20_000, 429, true);
    refuse(20_000, 404);
    refuse(20_000, 500);
    refusals.require('reading');
  });
});
