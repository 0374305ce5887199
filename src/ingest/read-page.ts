import type { Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import { UnavailableError } from '../ports/errors.js';
import type { History, HistoryPage } from '../ports/history.js';

const RETRY_MS = [250, 1_000, 4_000];

/** One page of a channel's past, asked for again a few times while Discord cannot be reached. Throws as {@link History} does. */
export async function readPage(
  channelId: Snowflake,
  after: Snowflake,
  { history, clock }: { readonly history: Pick<History, 'page'>; readonly clock: Clock },
  signal: AbortSignal,
): Promise<HistoryPage> {
  for (const wait of RETRY_MS) {
    try {
      return await history.page(channelId, after, signal);
    } catch (error) {
      if (!(error instanceof UnavailableError) || signal.aborted) throw error;
      await clock.sleep(error.retryAfterMs ?? wait, signal);
    }
  }
  return await history.page(channelId, after, signal);
}
