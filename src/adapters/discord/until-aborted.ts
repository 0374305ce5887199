/**
 * Waits for what discord.js does, but no longer than until the signal aborts: its queue may hold a request back for minutes,
 * and gives no way to take one out. What comes of it later is let go. Rejects with the signal's reason.
 */
export async function untilAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const ended = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: ended.signal });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    ended.abort();
  }
}
