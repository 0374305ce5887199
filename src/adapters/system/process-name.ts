import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** A name that no other process has, and that tells on this machine whether the process still lives: `host/pid/random`. */
export function processName(): string {
  return `${hostname()}/${process.pid}/${randomUUID()}`;
}

/** Whether the process of that name ran on this machine and is no more. In doubt it lives. */
export function isDeadProcess(name: string): boolean {
  const [host, pid] = name.split('/');
  if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH';
  }
}
