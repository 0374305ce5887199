import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const JEST = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));

process.stdout.write(
  '| fault | runs | messages | lost | doubled | alerts | alerts lost | alerts doubled | recovery |\n',
);
const { status } = spawnSync(
  process.execPath,
  [JEST, 'test/faults', '-w', '1', '--forceExit', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: {
      FAULT_RUNS: '20',
      ...process.env,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  },
);
process.exitCode = status ?? 1;
