import { type APIUser, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { MessageParts, StoredMessage } from './message.js';
import { createMessage, editMessage } from './messages.js';
import { createThread, type ThreadDraft } from './threads.js';
import type { ChannelState, World } from './world.js';

/**
 * Opens a thread as Discord does it. Out of a message it takes that message's id, and the message shows it;
 * out of the blue it leaves a notice in the channel whose text is the thread's name.
 */
export function openThreadFrom(
  world: World,
  parent: ChannelState,
  draft: ThreadDraft,
  message?: StoredMessage,
): ChannelState {
  const thread = createThread(world, parent, message === undefined ? draft : { ...draft, id: message.id });
  const author = world.users.get(draft.ownerId) ?? world.bot;
  if (message === undefined) {
    if (draft.isPrivate) return thread;
    const reference = { channel_id: thread.id, guild_id: parent.guildId };
    createMessage(world, parent, {
      author,
      content: draft.name,
      type: MessageType.ThreadCreated,
      parts: { reference },
    });
    return thread;
  }
  const flags = (message.parts.flags ?? 0) | MessageFlags.HasThread;
  editMessage(world, parent, message, { parts: { threadId: thread.id, flags }, marked: false });
  const reference = { message_id: message.id, channel_id: parent.id, guild_id: parent.guildId };
  createMessage(world, thread, { author, type: MessageType.ThreadStarterMessage, parts: { reference } });
  return thread;
}

/** What a new forum post consists of. */
export interface ForumPostDraft {
  readonly name: string;
  readonly author: APIUser;
  readonly content: string;
  readonly parts?: MessageParts;
}

/** Opens a forum post: a thread whose first message has the thread's own id. */
export function openForumPost(
  world: World,
  forum: ChannelState,
  draft: ForumPostDraft,
): { readonly thread: ChannelState; readonly message: StoredMessage } {
  const { name, author, content, parts } = draft;
  const thread = createThread(world, forum, { name, ownerId: author.id });
  forum.lastMessageId = thread.id;
  const message = createMessage(world, thread, { author, content, id: thread.id, ...(parts && { parts }) });
  return { thread, message };
}
