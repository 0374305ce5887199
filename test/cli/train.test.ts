import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { trainedPack } from './a-pack.js';
import { runCli } from './run-cli.js';

/** A pack is trained here, which takes seconds where the machine is busy. */
jest.setTimeout(60_000);

it('training without benign text says whose thresholds it keeps, and which ones nothing has set', async () => {
  const pack = trainedPack();
  rmSync(join(pack, 'models', 'decision.json'));
  const { out, err, code } = await runCli(['train', '--pack', pack, '--benign', join(pack, 'none.tsv')]);
  expect(err).toContain(`no benign text at ${join(pack, 'none.tsv')}: thresholds that were set stay as they are`);
  expect(out).toContain('russian: alerts from 1; no benign text has set it');
  expect(code).toBe(0);
});
