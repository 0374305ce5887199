import type { Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/errors.js';
import type { Log } from '../ports/log.js';

export interface PatienceParts {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** Once aborted, nothing is tried again. */
  readonly stopping: AbortSignal;
}

/** Long enough for a database that restarts; what waits behind it must not fill the memory. */
const RETRY_MS = [100, 500, 2_000, 5_000];

/** Tries to commit live messages of a channel, with pauses that grow. False when the database did not take them. */
export async function commitPatiently(
  commit: () => Promise<unknown>,
  what: { readonly channel: Snowflake; readonly messages: number },
  { clock, log, stopping }: PatienceParts,
): Promise<boolean> {
  for (const wait of [...RETRY_MS, undefined]) {
    try {
      await commit();
      return true;
    } catch (error) {
      const failed = { ...what, error: messageOf(error) };
      if (stopping.aborted) {
        log.warn('live messages are left to the next start', failed);
        return false;
      }
      log.error('live messages were not committed', failed);
      if (wait !== undefined) await clock.sleep(wait, stopping);
    }
  }
  return false;
}
