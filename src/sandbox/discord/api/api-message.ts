import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { StoredMessage } from '../world/message.js';
import { snowflakeMs } from '../world/snowflakes.js';
import type { View, World } from '../world/world.js';
import { apiChannel } from './api-channel.js';
import { isoTime } from './iso-time.js';

const USER_MENTION = /<@!?(\d{1,20})>/g;
const ROLE_MENTION = /<@&(\d{1,20})>/g;

/**
 * A message as Discord would send it. What does not exist is left out, because discord.js asks `'key' in data`.
 * Without the message-content intent the text parts are empty, except in the bot's own messages and where it is mentioned.
 */
export function apiMessage(world: World, message: StoredMessage, view: View): APIMessage {
  const { parts } = message;
  const mentioned = mentionedUsers(message);
  const open = view.readsContent || message.author.id === world.bot.id || mentioned.includes(world.bot.id);
  return {
    id: message.id,
    channel_id: message.channelId,
    author: message.author,
    type: message.type,
    content: open ? message.content : '',
    timestamp: isoTime(snowflakeMs(message.id)),
    edited_timestamp: message.editedMs === undefined ? null : isoTime(message.editedMs),
    tts: false,
    pinned: false,
    mention_everyone: pingsEveryone(message),
    mentions: mentioned.flatMap((id) => world.users.get(id) ?? []),
    mention_roles: allowed(allMatches(ROLE_MENTION, message.content), parts.pings?.roles),
    embeds: open ? [...(parts.embeds ?? [])] : [],
    attachments: open ? [...(parts.attachments ?? [])] : [],
    components: open ? [...(parts.components ?? [])] : [],
    flags: parts.flags ?? 0,
    ...rareParts(world, message, view, open),
  };
}

function rareParts(world: World, message: StoredMessage, view: View, open: boolean): Partial<APIMessage> {
  const { parts } = message;
  const thread = parts.threadId === undefined ? undefined : world.channels.get(parts.threadId);
  return {
    ...(open && parts.poll !== undefined && { poll: parts.poll }),
    ...(open && parts.snapshots !== undefined && { message_snapshots: [...parts.snapshots] }),
    ...(parts.stickers !== undefined && { sticker_items: [...parts.stickers] }),
    ...(parts.webhookId !== undefined && { webhook_id: parts.webhookId }),
    ...(parts.nonce !== undefined && { nonce: parts.nonce }),
    ...(parts.interaction !== undefined && { interaction_metadata: parts.interaction }),
    ...(parts.reference !== undefined && { message_reference: parts.reference }),
    ...(thread !== undefined && { thread: apiChannel(world, thread) }),
    ...referenced(world, message, view),
  };
}

function referenced(world: World, message: StoredMessage, view: View): Pick<APIMessage, 'referenced_message'> {
  const { reference } = message.parts;
  if (message.type !== MessageType.Reply && message.type !== MessageType.ThreadStarterMessage) return {};
  const original = world.channels.get(reference?.channel_id ?? '')?.log.find(reference?.message_id ?? '');
  if (original === undefined) return { referenced_message: null };
  // One level only, as Discord does: a chain of replies must not unroll.
  const { reference: _dropped, ...parts } = original.parts;
  return { referenced_message: apiMessage(world, { ...original, type: MessageType.Default, parts }, view) };
}

/** Ids of the users a message pings, each once. */
export function mentionedUsers(message: StoredMessage): string[] {
  return allowed(allMatches(USER_MENTION, message.content), message.parts.pings?.users);
}

function pingsEveryone(message: StoredMessage): boolean {
  return /@(everyone|here)/.test(message.content) && message.parts.pings?.everyone !== false;
}

function allowed(ids: string[], by: readonly string[] | 'all' | undefined): string[] {
  return by === undefined || by === 'all' ? ids : ids.filter((id) => by.includes(id));
}

/** Whether only the person who pressed the button sees it. */
export function isEphemeral(message: StoredMessage): boolean {
  return ((message.parts.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function allMatches(pattern: RegExp, text: string): string[] {
  if (!text.includes('<@')) return [];
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}
