import { systemClock } from '../adapters/system/clock.js';
import { isDeadProcess, processName } from '../adapters/system/process-name.js';
import { holdLease } from '../lease.js';
import type { Store } from '../store/store.js';
import { type Io, warn } from './io.js';

/** Does what must not happen beside a running bot. Throws RefusedError where one runs; none can start meanwhile. */
export async function holdTheLease<T>(io: Io, { lease }: Pick<Store, 'lease'>, work: () => Promise<T>): Promise<T> {
  const quiet = (): void => {};
  const held = holdLease({
    lease,
    holder: processName(),
    isDead: isDeadProcess,
    clock: systemClock,
    log: { debug: quiet, info: quiet, warn: (message) => warn(io, message), error: (message) => warn(io, message) },
    onLost: () => warn(io, 'another process has taken the database over'),
  });
  await held.acquire();
  try {
    return await work();
  } finally {
    await held.release();
  }
}
