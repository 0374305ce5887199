import type { Clock } from './ports/clock.js';

/** So long texts may be assessed at a stretch; several stretches lie between two heartbeats all the same. */
const STRETCH_MS = 5;

/**
 * Lets the event loop turn where this process has assessed for a while, so that heartbeats and presses are answered under load.
 * All that assess beside each other share one stretch: ask between two texts.
 */
export function letLoopTurn(clock: Clock): () => Promise<void> | undefined {
  let since = clock.now().getTime();
  let turning: Promise<void> | undefined;
  const turn = async (): Promise<void> => {
    await clock.sleep(0);
    since = clock.now().getTime();
    turning = undefined;
  };
  return () => {
    const assessed = clock.now().getTime() - since;
    // A clock that was set back says nothing of how long it was.
    if (turning === undefined && (assessed >= STRETCH_MS || assessed < 0)) turning = turn();
    return turning;
  };
}
