import { describe, expect, it } from '@jest/globals';
import { runSoak } from './run-soak.js';

describe('a bot that is killed ten times, at random moments of its work', () => {
  it('loses and doubles no message, card, verdict or report', async () => {
    // Of the seeds this one needs the fewest starts for all six kinds of moment.
    const { code, said } = await runSoak('kills', '--runs', '10', '--seed', '9', '--chained');
    expect(said).toContain('all 10 runs are sound');
    expect(code).toBe(0);
  }, 300_000);
});
