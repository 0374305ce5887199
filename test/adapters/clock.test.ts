import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/adapters/system/clock.js';

describe('the system clock', () => {
  it('resolves a sleep at once when it is aborted, and never rejects', async () => {
    const stop = new AbortController();
    const slept = systemClock.sleep(3_600_000, stop.signal);
    stop.abort();
    await expect(slept).resolves.toBeUndefined();
    await expect(systemClock.sleep(3_600_000, stop.signal)).resolves.toBeUndefined();
  });

  it('sleeps', async () => {
    const before = systemClock.now().getTime();
    await systemClock.sleep(20);
    expect(systemClock.now().getTime() - before).toBeGreaterThanOrEqual(15);
  });
});
