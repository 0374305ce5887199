import { MessageType, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { apiMessage } from '../api/api-message.js';
import { numberOf, recordOf, textOf, textsOf } from '../json.js';
import { holdsMessages } from '../world/channels.js';
import type { StoredMessage } from '../world/message.js';
import type { PageQuery } from '../world/message-log.js';
import { createMessage, deleteMessages, editMessage } from '../world/messages.js';
import { may } from '../world/permissions.js';
import { snowflakeMs } from '../world/snowflakes.js';
import type { ChannelState, World } from '../world/world.js';
import { ApiError, invalidBody, missingPermissions, unknown } from './api-error.js';
import { type KeepUploads, type MessageBody, readMessageBody, refuseEmpty } from './message-body.js';
import { channelFor, type RestCall, type RestRoute } from './route.js';

/** How long Discord remembers a nonce: a few minutes, no more, so that nobody builds on it across a restart. */
const NONCE_MS = 3 * 60_000;
const BULK_DELETE_MS = 14 * 86_400_000;

/** Reading, posting, changing and deleting messages. */
export function messageRoutes(world: World, keepUploads: KeepUploads): readonly RestRoute[] {
  const post = createPoster(world, keepUploads);
  const send = (message: StoredMessage) =>
    apiMessage(world, message, { readsContent: world.application.messageContent });
  const path = '/channels/:channel/messages';
  const one = `${path}/:message`;
  return [
    { method: 'GET', path, answer: (call) => history(world, call).map(send) },
    { method: 'POST', path, answer: (call) => send(post(call)) },
    { method: 'GET', path: one, answer: (call) => send(messageFor(channelFor(world, call, READ), call)) },
    { method: 'PATCH', path: one, answer: (call) => send(change(world, call, keepUploads)) },
    { method: 'DELETE', path: one, answer: (call) => remove(world, call) },
    { method: 'POST', path: `${path}/bulk-delete`, answer: (call) => removeMany(world, call) },
    { method: 'POST', path: '/channels/:channel/typing', answer: (call) => void channelFor(world, call) },
  ];
}

const READ = PermissionFlagsBits.ReadMessageHistory;

/** The message in the path. */
export function messageFor(channel: ChannelState, call: RestCall): StoredMessage {
  const message = channel.log.find(call.params.message ?? '');
  if (message === undefined) throw unknown('Message');
  return message;
}

function history(world: World, call: RestCall): readonly StoredMessage[] {
  const channel = channelFor(world, call);
  if (!holdsMessages(channel.type)) throw wrongChannelType();
  // Discord answers an empty page, not a refusal: a reader that takes it for the end of history is wrong.
  if (!may(world, channel, world.bot.id, READ)) return [];
  return channel.log.page(pageQuery(call));
}

function pageQuery(call: RestCall): PageQuery {
  const { before, after, around, limit: wanted } = call.query;
  const limit = wanted === undefined ? 50 : Number(wanted);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw invalidBody('limit', 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
  const ids = { before, after, around };
  for (const [name, id] of Object.entries(ids))
    if (id !== undefined && !/^\d{1,20}$/.test(String(id)))
      throw invalidBody(name, 'NUMBER_TYPE_COERCE', `Value "${String(id)}" is not snowflake.`);
  if (typeof around === 'string') return { around, limit };
  if (typeof after === 'string') return { after, limit };
  return typeof before === 'string' ? { before, limit } : { limit };
}

function createPoster(world: World, keepUploads: KeepUploads): (call: RestCall) => StoredMessage {
  const recent = new Map<string, StoredMessage>();
  return (call) => {
    const channel = channelFor(world, call);
    if (!holdsMessages(channel.type)) throw wrongChannelType();
    const body = readMessageBody(call, call.body, keepUploads);
    requireToPost(world, channel, body);
    refuseEmpty(body);

    const key = `${channel.id}/${String(body.nonce)}`;
    const earlier = recent.get(key);
    const now = world.clock.now().getTime();
    if (body.enforceNonce && earlier !== undefined && now - snowflakeMs(earlier.id) < NONCE_MS) return earlier;

    const { nonce } = body;
    const type = body.parts.reference === undefined ? MessageType.Default : MessageType.Reply;
    const parts = nonce === undefined ? body.parts : { ...body.parts, nonce };
    const message = createMessage(world, channel, { author: world.bot, content: body.content ?? '', parts, type });
    if (nonce !== undefined) remember(recent, key, message);
    return message;
  };
}

function remember(recent: Map<string, StoredMessage>, key: string, message: StoredMessage): void {
  recent.delete(key);
  recent.set(key, message);
  const [oldest] = recent.keys();
  if (recent.size > 1000 && oldest !== undefined) recent.delete(oldest);
}

function requireToPost(world: World, channel: ChannelState, body: MessageBody): void {
  const send = channel.thread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  const embed = body.parts.embeds?.length ? PermissionFlagsBits.EmbedLinks : 0n;
  const attach = body.parts.attachments?.length ? PermissionFlagsBits.AttachFiles : 0n;
  if (!may(world, channel, world.bot.id, send | embed | attach)) throw missingPermissions();
}

function change(world: World, call: RestCall, keepUploads: KeepUploads): StoredMessage {
  const channel = channelFor(world, call);
  const message = messageFor(channel, call);
  if (message.author.id !== world.bot.id)
    throw new ApiError(
      403,
      RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
      'Cannot edit a message authored by another user',
    );
  const body = readMessageBody(call, call.body, keepUploads);
  editMessage(world, channel, message, {
    ...(body.content !== undefined && { content: body.content }),
    parts: body.parts,
  });
  return message;
}

function remove(world: World, call: RestCall): undefined {
  const channel = channelFor(world, call);
  const message = messageFor(channel, call);
  const own = message.author.id === world.bot.id;
  if (!own && !may(world, channel, world.bot.id, PermissionFlagsBits.ManageMessages)) throw missingPermissions();
  deleteMessages(world, channel, [message.id]);
}

function removeMany(world: World, call: RestCall): undefined {
  const channel = channelFor(world, call, PermissionFlagsBits.ManageMessages);
  const { messages } = recordOf(call.body);
  const ids = textsOf(messages);
  if (ids.length < 2 || ids.length > 100)
    throw invalidBody('messages', 'BASE_TYPE_BAD_LENGTH', 'Must be between 2 and 100 in length.');
  const oldest = world.clock.now().getTime() - BULK_DELETE_MS;
  if (ids.some((id) => snowflakeMs(id) < oldest))
    throw new ApiError(400, 50034, 'You can only bulk delete messages that are under 14 days old.');
  deleteMessages(world, channel, ids);
}

function wrongChannelType(): ApiError {
  const code = RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType;
  return new ApiError(400, code, 'Cannot execute action on this channel type');
}

/** A number out of a query string, or the fallback. */
export function queryNumber(value: unknown, fallback: number): number {
  return numberOf(Number(textOf(value) ?? fallback)) ?? fallback;
}
