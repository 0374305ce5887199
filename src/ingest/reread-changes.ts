import type { Channel } from '../domain/channel.js';
import type { Community } from '../domain/community.js';
import type { Message } from '../domain/message.js';
import { compareIds, firstIdAt, previousId, type Snowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import type { History } from '../ports/history.js';

export interface RereadParts {
  readonly history: History;
  readonly clock: Clock;
  /** Assesses messages that were edited; covers nothing. */
  readonly commitEdits: (channel: Channel, messages: readonly Message[]) => Promise<unknown>;
  /** Flagged messages that are not known to be deleted. */
  readonly undeleted: (channel: Channel) => Promise<readonly Snowflake[]>;
  readonly commitDeletions: (channel: Channel, messageIds: readonly Snowflake[]) => Promise<unknown>;
  readonly stopping: AbortSignal;
}

const HOUR_MS = 3_600_000;

/**
 * Looks again at the messages of the last `editRereadHours`, for edits and deletions that nobody told us of: when exactly we
 * were away nobody knows after a crash. What was known already does no harm. Older ones are a stated limit.
 */
export async function rereadChanges(channel: Channel, community: Community, parts: RereadParts): Promise<void> {
  const since = new Date(parts.clock.now().getTime() - community.editRereadHours * HOUR_MS);
  const first = firstIdAt(since);
  // Asked for first: what is flagged from now on may stand behind the last page.
  const missing = new Set((await parts.undeleted(channel)).filter((id) => compareIds(id, first) >= 0));
  for await (const messages of messagesFrom(channel, first, parts)) {
    for (const { id } of messages) missing.delete(id);
    const edited = messages.filter((message) => message.editedAt !== undefined);
    if (edited.length > 0) await parts.commitEdits(channel, edited);
  }
  if (missing.size > 0 && !parts.stopping.aborted) await commitGone(channel, missing, parts);
}

/** Page by page, so that memory stays flat. */
async function* messagesFrom(
  channel: Channel,
  first: Snowflake,
  { history, stopping }: RereadParts,
): AsyncGenerator<readonly Message[]> {
  let after: Snowflake = previousId(first);
  if (compareIds(after, channel.lastMessageId ?? channel.id) > 0) return;

  while (!stopping.aborted) {
    const page = await history.page(channel.id, after, stopping);
    yield page.messages;
    if (page.end || page.last === undefined) return;
    after = page.last;
  }
}

/** A page may lack what stands there, where a right was taken from us meanwhile; and a deletion ends in the loss of evidence. So Discord is asked for each. */
async function commitGone(channel: Channel, missing: Iterable<Snowflake>, parts: RereadParts): Promise<void> {
  const gone: Snowflake[] = [];
  for (const id of missing) if (await parts.history.isGone(channel.id, id, parts.stopping)) gone.push(id);
  if (gone.length > 0) await parts.commitDeletions(channel, gone);
}
