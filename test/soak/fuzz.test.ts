import { describe, expect, it } from '@jest/globals';
import { runSoak } from './run-soak.js';

describe('what nobody would write', () => {
  it('is assessed without a fault: 20,000 texts', async () => {
    const { code, said } = await runSoak('texts', '--runs', '20000', '--untimed');
    expect(said).toContain('20000 texts');
    expect(said).toContain('; 0 faults');
    expect(code).toBe(0);
  }, 120_000);

  it('is refused, and named by its line, in settings and packs: 400 files', async () => {
    const { code, said } = await runSoak('files', '--runs', '400');
    expect(said).toContain('0 accepted, 0 faults not named');
    expect(code).toBe(0);
  }, 120_000);
});
