import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach } from '@jest/globals';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Runs a soak in a process of its own; answers its exit code and everything that it said. Ended with the test. */
export async function runSoak(...args: readonly string[]): Promise<{ readonly code: unknown; readonly said: string }> {
  const soak = spawn(process.execPath, ['bench/soak.mjs', ...args], { env: { ...process.env, NODE_OPTIONS: '' } });
  started.push(soak);
  const [out, err, [code]] = await Promise.all([text(soak.stdout), text(soak.stderr), once(soak, 'close')]);
  return { code, said: err + out };
}
