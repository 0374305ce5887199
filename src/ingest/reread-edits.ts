import type { Channel } from '../domain/channel.js';
import type { Message } from '../domain/message.js';
import { compareIds, firstIdAt, previousId, type Snowflake } from '../domain/snowflake.js';
import type { History } from '../ports/history.js';

/**
 * Messages of the last hours that were edited since `since`, read from history: edits made while we were away are told by nobody.
 * Yields page by page, so that memory stays flat. Older edits are a stated limit.
 */
export async function* editedSince(
  channel: Channel,
  span: { readonly from: Date; readonly since: Date },
  history: History,
  signal: AbortSignal,
): AsyncGenerator<readonly Message[]> {
  let after: Snowflake = previousId(firstIdAt(span.from));
  if (compareIds(after, channel.lastMessageId ?? channel.id) > 0) return;

  while (!signal.aborted) {
    const page = await history.page(channel.id, after, signal);
    const edited = page.messages.filter((message) => message.editedAt !== undefined && message.editedAt >= span.since);
    if (edited.length > 0) yield edited;
    if (page.end || page.last === undefined) return;
    after = page.last;
  }
}
