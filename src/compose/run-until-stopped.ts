import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Bot } from './open-bot.js';

/** How long the work in hand may take to finish. */
const DEADLINE_MS = 10_000;

/**
 * Runs a bot until `stop` is aborted, then closes it within ten seconds.
 * True when everything was finished and closed; false when the deadline passed: what was in hand is read again at the next start.
 */
export async function runUntilStopped(
  bot: Bot,
  stop: AbortSignal,
  parts: { readonly clock: Clock; readonly log: Log },
): Promise<boolean> {
  try {
    await bot.app.start();
    if (!stop.aborted)
      await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    parts.log.info('stopping');
  }
  return await closeInTime(bot, parts);
}

/** Closes a bot; false when that took longer than ten seconds. */
export async function closeInTime(
  bot: Bot,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<boolean> {
  const timer = new AbortController();
  const closed = bot.close().then(() => true);
  const late = clock.sleep(DEADLINE_MS, timer.signal).then(() => false);
  const inTime = await Promise.race([closed, late]);
  timer.abort();
  if (!inTime) log.error('stopping took longer than ten seconds and was broken off');
  return inTime;
}

/** Aborts on SIGINT or SIGTERM. A second signal ends the process as usual. */
export function stopSignal(): AbortController {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop;
}
