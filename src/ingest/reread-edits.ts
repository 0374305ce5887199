import type { Channel } from '../domain/channel.js';
import type { Message } from '../domain/message.js';
import { compareIds, firstIdAt, previousId, type Snowflake } from '../domain/snowflake.js';
import type { History } from '../ports/history.js';

/**
 * Messages posted since `since` that were edited, read from history: edits made while we were away are told by nobody, and when
 * exactly that was nobody knows after a crash. An edit that was known already does no harm. Older messages are a stated limit.
 * Yields page by page, so that memory stays flat.
 */
export async function* editedSince(
  channel: Channel,
  since: Date,
  history: History,
  signal: AbortSignal,
): AsyncGenerator<readonly Message[]> {
  let after: Snowflake = previousId(firstIdAt(since));
  if (compareIds(after, channel.lastMessageId ?? channel.id) > 0) return;

  while (!signal.aborted) {
    const page = await history.page(channel.id, after, signal);
    const edited = page.messages.filter((message) => message.editedAt !== undefined);
    if (edited.length > 0) yield edited;
    if (page.end || page.last === undefined) return;
    after = page.last;
  }
}
