import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Starts the program as it was built, in a process of its own. What it says goes to the end of `logFile`. */
export function startProgram(args, { cwd, env, logFile }) {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
  });
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    pid: child.pid,
    /** Resolves to the exit code; to null when a signal ended it. */
    exited,
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    /** Ends it without a chance to finish anything. */
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    /** Asks it to stop in order. */
    async stop() {
      child.kill('SIGTERM');
      return await exited;
    },
  };
}

/** The last lines of a log, for whoever looks for what went wrong. */
export function lastLines(logFile, count = 12) {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

/** Waits until `done` holds; answers false when it does not within `ms`. */
export async function until(done, ms = 30_000, everyMs = 10) {
  const deadline = performance.now() + ms;
  while (!(await done())) {
    if (performance.now() > deadline) return false;
    await pause(everyMs);
  }
  return true;
}

export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
