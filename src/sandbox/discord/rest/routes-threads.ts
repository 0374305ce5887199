import { ChannelType, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { apiChannel, apiThread, apiThreadMember } from '../api/api-channel.js';
import { activeThreads } from '../api/api-guild.js';
import { apiMessage } from '../api/api-message.js';
import { isoTime } from '../api/iso-time.js';
import { numberOf, recordOf } from '../json.js';
import { may } from '../world/permissions.js';
import { openForumPost, openThreadFrom } from '../world/thread-openings.js';
import { setThreadMember } from '../world/threads.js';
import { type ChannelState, channelsOf, type World } from '../world/world.js';
import { ApiError, invalidBody, unknown } from './api-error.js';
import { type KeepUploads, readMessageBody, refuseEmpty } from './message-body.js';
import { channelFor, guildFor, type RestCall, type RestRoute } from './route.js';
import { messageFor, queryNumber } from './routes-messages.js';

/** Threads and forum posts: opening, joining and listing them. */
export function threadRoutes(world: World, keepUploads: KeepUploads): readonly RestRoute[] {
  const threads = '/channels/:channel/threads';
  const archived = (isPrivate: boolean) => (call: RestCall) => archivedThreads(world, call, isPrivate);
  return [
    { method: 'POST', path: threads, answer: (call) => open(world, call, keepUploads) },
    { method: 'POST', path: '/channels/:channel/messages/:message/threads', answer: (call) => openFrom(world, call) },
    { method: 'GET', path: `${threads}/archived/public`, answer: archived(false) },
    { method: 'GET', path: `${threads}/archived/private`, answer: archived(true) },
    { method: 'GET', path: '/channels/:channel/users/@me/threads/archived/private', answer: archived(true) },
    {
      method: 'GET',
      path: '/guilds/:guild/threads/active',
      answer: (call) => listing(world, activeOf(world, guildFor(world, call).id)),
    },
    { method: 'PUT', path: '/channels/:channel/thread-members/@me', answer: (call) => join(world, call, true) },
    { method: 'DELETE', path: '/channels/:channel/thread-members/@me', answer: (call) => join(world, call, false) },
    { method: 'GET', path: '/channels/:channel/thread-members', answer: (call) => members(world, call) },
  ];
}

function open(world: World, call: RestCall, keepUploads: KeepUploads) {
  const parent = channelFor(world, call);
  const { name, type, message } = recordOf(call.body);
  const title = nameOf(name);
  if (parent.type !== ChannelType.GuildForum && parent.type !== ChannelType.GuildMedia) {
    const isPrivate = numberOf(type) === ChannelType.PrivateThread;
    const bits = isPrivate ? PermissionFlagsBits.CreatePrivateThreads : PermissionFlagsBits.CreatePublicThreads;
    channelFor(world, call, bits);
    return apiChannel(world, openThreadFrom(world, parent, { name: title, ownerId: world.bot.id, isPrivate }));
  }
  channelFor(world, call, PermissionFlagsBits.SendMessages);
  const body = readMessageBody(call, message, keepUploads);
  refuseEmpty(body);
  const post = openForumPost(world, parent, {
    name: title,
    author: world.bot,
    content: body.content ?? '',
    parts: body.parts,
  });
  return {
    ...apiChannel(world, post.thread),
    message: apiMessage(world, post.message, { readsContent: true }),
  };
}

function openFrom(world: World, call: RestCall) {
  const parent = channelFor(world, call, PermissionFlagsBits.CreatePublicThreads);
  const message = messageFor(parent, call);
  if (message.parts.threadId !== undefined)
    throw new ApiError(
      400,
      RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
      'A thread has already been created for this message',
    );
  const { name } = recordOf(call.body);
  return apiChannel(world, openThreadFrom(world, parent, { name: nameOf(name), ownerId: world.bot.id }, message));
}

function nameOf(name: unknown): string {
  if (typeof name === 'string' && name !== '' && [...name].length <= 100) return name;
  throw invalidBody('name', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
}

function activeOf(world: World, guildId: string): readonly ChannelState[] {
  const shown = activeThreads(world, channelsOf(world, guildId)).map((thread) => thread.id);
  return shown.flatMap((id) => world.channels.get(id) ?? []).reverse();
}

function archivedThreads(world: World, call: RestCall, isPrivate: boolean) {
  const parent = channelFor(world, call, PermissionFlagsBits.ReadMessageHistory);
  const { before, limit } = call.query;
  const most = queryNumber(limit, 50);
  const beforeMs = typeof before === 'string' ? Date.parse(before) : Number.POSITIVE_INFINITY;
  const all = channelsOf(world, parent.guildId)
    .filter((thread) => thread.parentId === parent.id && thread.thread?.archived)
    .filter((thread) => (thread.type === ChannelType.PrivateThread) === isPrivate)
    .filter((thread) => (thread.thread?.archiveMs ?? 0) < beforeMs)
    .filter((thread) => may(world, thread, world.bot.id, PermissionFlagsBits.ViewChannel))
    .sort((a, b) => (b.thread?.archiveMs ?? 0) - (a.thread?.archiveMs ?? 0));
  return { ...listing(world, all.slice(0, most)), has_more: all.length > most };
}

function listing(world: World, threads: readonly ChannelState[]) {
  return {
    threads: threads.flatMap(({ thread, ...channel }) =>
      thread ? [apiThread(world, { ...channel, thread }, thread)] : [],
    ),
    members: threads.flatMap(({ id, thread }) =>
      thread?.memberIds.has(world.bot.id) ? [apiThreadMember(id, world.bot.id, thread)] : [],
    ),
  };
}

function join(world: World, call: RestCall, joined: boolean): undefined {
  const channel = channelFor(world, call);
  if (channel.thread === undefined) throw unknown('Channel');
  setThreadMember(world, channel, world.bot.id, joined);
}

function members(world: World, call: RestCall) {
  const { id, thread } = channelFor(world, call);
  if (thread === undefined) throw unknown('Channel');
  const joined = isoTime(thread.createdMs);
  return [...thread.memberIds].map((userId) => ({ id, user_id: userId, join_timestamp: joined, flags: 0 }));
}
