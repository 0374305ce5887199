import type { Gateway } from '../gateway/gateway.js';
import type { Interactions } from '../world/interactions.js';

/** Waiting for something to become true, so that nobody has to guess how long it takes. */
export interface Waiting {
  /** Resolves as soon as `check` holds; it is asked after every event and a hundred times a second. Rejects after `timeoutMs` (default: five seconds). */
  readonly until: (check: () => boolean, timeoutMs?: number) => Promise<void>;
  /** Resolves once no client is far behind in reading, or on abort; a fast poster awaits it so that memory stays flat. */
  readonly drained: (signal?: AbortSignal) => Promise<void>;
}

/** Bytes in a client's socket from which posters wait. */
const BEHIND_BYTES = 1024 * 1024;

/** Makes the waiting functions of one server. */
export function createWaiting(gateway: Gateway, interactions: Interactions): Waiting {
  return {
    until: (check, timeoutMs = 5000) =>
      new Promise((resolve, reject) => {
        const settle = (error?: Error): void => {
          clearInterval(poll);
          clearTimeout(deadline);
          stop();
          if (error === undefined) resolve();
          else reject(error);
        };
        const ask = (): void => {
          if (check()) settle();
        };
        const stop = interactions.watch(ask);
        const poll = setInterval(ask, 10);
        const deadline = setTimeout(() => settle(new Error(`not so within ${timeoutMs} ms`)), timeoutMs);
        ask();
      }),
    drained: async (signal) => {
      while (gateway.load().bufferedBytes > BEHIND_BYTES && signal?.aborted !== true)
        await new Promise((resolve) => setTimeout(resolve, 2));
    },
  };
}
