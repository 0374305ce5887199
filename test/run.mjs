/**
 * Runs jest and ends with `N passed, N failed` alone on a line, taken from jest's own result,
 * because readers of test output (and CI) look for that line. Ends when the tests do: timers that discord.js leaves after a
 * resumed session would keep the process for up to 41 seconds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'didbon-test-'));
const resultFile = join(folder, 'result.json');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const run = spawnSync(
  process.execPath,
  [jest, '--json', `--outputFile=${resultFile}`, '--forceExit', ...process.argv.slice(2)],
  {
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  },
);

let failed = 1;
try {
  const result = JSON.parse(readFileSync(resultFile, 'utf8'));
  const broken = result.numRuntimeErrorTestSuites;
  failed = result.numFailedTests + broken;
  const skipped = result.numPendingTests > 0 ? `, ${result.numPendingTests} skipped` : '';
  console.log(`${result.numPassedTests} passed, ${failed} failed${skipped}`);
} catch {
  console.log('0 passed, 1 failed');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = run.status === 0 && failed === 0 ? 0 : 1;
