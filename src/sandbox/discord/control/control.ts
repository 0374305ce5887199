import { type APIMessage, type APIOverwrite, ChannelType, type ThreadChannelType } from 'discord-api-types/v10';
import { apiMessage } from '../api/api-message.js';
import { createChannel, deleteChannel } from '../world/channels.js';
import { addMember, createGuild, createRole, createUser, deleteGuild } from '../world/guilds.js';
import { createMessage, deleteMessages, editMessage, findMessage } from '../world/messages.js';
import type { ChannelState, GuildState, World } from '../world/world.js';
import { draftOf, type PostPayload, partsOf } from './post.js';

/** What people do in Discord, as plain functions. All ids are strings; an id that is not known throws RangeError. */
export interface Control {
  readonly addGuild: (name: string) => string;
  readonly addChannel: (
    guildId: string,
    name: string,
    more?: {
      readonly type?: Exclude<ChannelState['type'], ThreadChannelType>;
      readonly parentId?: string;
      readonly topic?: string;
      readonly overwrites?: readonly APIOverwrite[];
    },
  ) => string;
  /** Adds a role with these permission bits and answers its id. */
  readonly addRole: (guildId: string, name: string, permissions?: bigint) => string;
  /** Adds a new person to a guild and answers their user id. */
  readonly addMember: (guildId: string, name: string, roleIds?: readonly string[]) => string;
  /** Posts as a member and answers the message's id. */
  readonly post: (channelId: string, authorId: string, payload: string | PostPayload) => string;
  readonly edit: (messageId: string, payload: string | PostPayload) => void;
  /** Deletes messages of one channel; more than one are deleted in bulk. */
  readonly delete: (...messageIds: readonly string[]) => void;
  readonly deleteChannel: (channelId: string) => void;
  /** The bot is thrown out of a guild, or, with `unavailable`, the guild goes down. */
  readonly removeGuild: (guildId: string, more?: { readonly unavailable?: boolean }) => void;
  /** Every message of a channel, oldest first, as someone who may read everything would see it. */
  readonly messages: (channelId: string) => readonly APIMessage[];
}

/** Makes the control surface of a world. */
export function createControl(world: World): Control {
  const guild = (id: string): GuildState => found(world.guilds.get(id), 'guild', id);
  const channel = (id: string): ChannelState => found(world.channels.get(id), 'channel', id);
  const place = (id: string) => found(findMessage(world, id), 'message', id);
  return {
    addGuild: (name) => createGuild(world, name).id,
    addChannel: (guildId, name, more = {}) =>
      createChannel(world, guild(guildId).id, { name, type: ChannelType.GuildText, ...more }).id,
    addRole: (guildId, name, permissions = 0n) => createRole(world, guild(guildId), name, permissions).id,
    addMember: (guildId, name, roleIds = []) =>
      addMember(world, guild(guildId), createUser(world, name), roleIds).user.id,
    post: (channelId, authorId, payload) => {
      const author = found(world.users.get(authorId), 'user', authorId);
      const where = channel(channelId);
      if (typeof payload === 'string' && !payload.includes('@everyone'))
        return createMessage(world, where, { author, content: payload }).id;
      return createMessage(world, where, draftOf(world, where, author, asPayload(payload))).id;
    },
    edit: (messageId, payload) => {
      const { channel: where, message } = place(messageId);
      const change = asPayload(payload);
      const parts = partsOf(world, where, change);
      editMessage(world, where, message, {
        ...(change.content !== undefined && { content: change.content }),
        ...(parts !== undefined && { parts }),
      });
    },
    delete: (...ids) => {
      const [first] = ids;
      if (first !== undefined) deleteMessages(world, place(first).channel, ids);
    },
    deleteChannel: (channelId) => deleteChannel(world, channel(channelId)),
    removeGuild: (guildId, more = {}) => deleteGuild(world, guild(guildId), more.unavailable === true),
    messages: (channelId) =>
      channel(channelId)
        .log.oldestFirst()
        .map((message) => apiMessage(world, message, { readsContent: true })),
  };
}

function asPayload(payload: string | PostPayload): PostPayload {
  return typeof payload === 'string' ? { content: payload } : payload;
}

function found<T>(value: T | undefined, what: string, id: string): T {
  if (value === undefined) throw new RangeError(`no such ${what}: ${id}`);
  return value;
}
