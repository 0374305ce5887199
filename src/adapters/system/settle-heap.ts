import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/** Between two full collections the heap grows by so much of what was in use after the first. */
const GROWTH_PERCENT = 20;

/** What is young is collected in a megabyte that does not grow: it would grow to 32, and assessing is as fast without. */
const YOUNG_GROWTH_FACTOR = 1;

/**
 * Keeps the memory of a process that runs for months near what it needs. V8 sizes the heap by what the machine has: under load,
 * most of what the bot would hold is garbage that nobody has looked at yet. Collects once, so that it counts from now and what
 * starting took of the young is given back. V8 asks for these flags whenever it grows, so that they hold however we were started.
 */
export async function settleHeap(): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  setFlagsFromString(`--semi-space-growth-factor=${YOUNG_GROWTH_FACTOR}`);
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}
