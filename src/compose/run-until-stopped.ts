import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Bot } from './open-bot.js';

/** How long the work in hand may take to finish. */
const DEADLINE_MS = 10_000;

/**
 * Runs a bot until `stop` is aborted, also while it still starts, then closes it within ten seconds.
 * True when everything was finished and closed; false when the deadline passed: what was in hand is read again at the next start.
 * Throws what starting throws, the bot closed.
 */
export async function runUntilStopped(
  bot: Bot,
  stop: AbortSignal,
  parts: { readonly clock: Clock; readonly log: Log },
): Promise<boolean> {
  try {
    const started = bot.app.start();
    await Promise.race([started, aborted(stop)]);
    // Broken off while it started: how that ends is of no interest any more.
    started.catch(() => undefined);
    await aborted(stop);
  } catch (error) {
    await closeInTime(bot, parts);
    throw error;
  }
  parts.log.info('stopping');
  return await closeInTime(bot, parts);
}

/** Resolves when the signal is aborted, at once if it is. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
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

/**
 * Tells of an error that nothing caught, once, so that the bot can be stopped in order: what it was about may be lost to this
 * session. A second one ends the process as usual.
 */
export function onUncaught(listener: (error: unknown) => void): void {
  const told = { once: false };
  for (const name of ['uncaughtException', 'unhandledRejection'] as const)
    process.once(name, (error: unknown) => {
      if (!told.once) listener(error);
      told.once = true;
    });
}
