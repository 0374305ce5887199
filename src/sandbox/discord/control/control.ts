import {
  type APIMessage,
  type APIOverwrite,
  type APIUser,
  ChannelType,
  type ThreadChannelType,
} from 'discord-api-types/v10';
import { apiMessage } from '../api/api-message.js';
import { changeAccess } from '../world/access-sync.js';
import { createChannel, deleteChannel, updateChannel } from '../world/channels.js';
import {
  addMember,
  announceGuild,
  createGuild,
  createRole,
  createUser,
  deleteGuild,
  setRolePermissions,
  updateMember,
} from '../world/guilds.js';
import type { Interactions } from '../world/interactions.js';
import type { StoredMessage } from '../world/message.js';
import { createMessage, deleteMessages, editMessage, findMessage } from '../world/messages.js';
import { openForumPost, openThreadFrom } from '../world/thread-openings.js';
import { setArchived } from '../world/threads.js';
import type { ChannelState, GuildState, MemberState, World } from '../world/world.js';
import { found } from './found.js';
import { draftOf, type PostPayload, partsOf } from './post.js';

/** What a new channel may be beside its name. */
export interface ChannelExtras {
  readonly type?: Exclude<ChannelState['type'], ThreadChannelType>;
  readonly parentId?: string;
  readonly topic?: string;
  readonly overwrites?: readonly APIOverwrite[];
}

/** How a thread begins: out of nothing, out of a message, or as a forum post with its first message. */
export interface ThreadStart {
  readonly fromMessage?: string;
  readonly isPrivate?: boolean;
  readonly firstPost?: string | PostPayload;
}

/** What people do in Discord, as plain functions. All ids are strings; an id that is not known throws RangeError. */
export interface Control {
  /** Makes a guild to which the bot belongs and answers its id, which is also that of the role of everyone. */
  readonly addGuild: (name: string) => string;
  /** Opens a channel, a text channel unless `type` says otherwise, and answers its id. */
  readonly addChannel: (guildId: string, name: string, extras?: ChannelExtras) => string;
  /** Opens a thread below a channel, or a post in a forum, and answers its id. */
  readonly addThread: (channelId: string, name: string, ownerId: string, start?: ThreadStart) => string;
  readonly archiveThread: (threadId: string, archived?: boolean) => void;
  /** Adds a role with these permission bits above the others and answers its id. */
  readonly addRole: (guildId: string, name: string, permissions?: bigint) => string;
  /** Adds a new person to a guild and answers their user id. */
  readonly addMember: (guildId: string, name: string, roleIds?: readonly string[]) => string;
  /** Hands a member, or the bot, exactly these roles. */
  readonly setRoles: (guildId: string, memberId: string, roleIds: readonly string[]) => void;
  readonly member: (guildId: string, memberId: string) => Readonly<MemberState> | undefined;
  /** Gives a role of the guild other permission bits. */
  readonly setPermissions: (guildId: string, roleId: string, permissions: bigint) => void;
  /** Replaces what a channel allows and denies to one role or member. */
  readonly setOverwrite: (channelId: string, overwrite: ChannelOverwrite) => void;
  /** Posts as a member and answers the message's id. */
  readonly post: (channelId: string, authorId: string, payload: string | PostPayload) => string;
  /** Changes a message. With `marked: false` it is Discord's own change, e.g. a link's preview: no edit mark appears. */
  readonly edit: (messageId: string, payload: string | PostPayload, more?: { readonly marked?: boolean }) => void;
  /** Deletes messages of one channel; more than one are deleted in bulk. */
  readonly delete: (...messageIds: readonly string[]) => void;
  readonly deleteChannel: (channelId: string) => void;
  /** The bot is thrown out of a guild, or, with `unavailable`, the guild goes down. */
  readonly removeGuild: (guildId: string, more?: { readonly unavailable?: boolean }) => void;
  /** A guild that went down is there again. */
  readonly restoreGuild: (guildId: string) => void;
  /** Every message of a channel, oldest first, as someone who may read everything would see it. */
  readonly messages: (channelId: string) => readonly APIMessage[];
  /** The channel or thread a message stands in. */
  readonly channelOf: (messageId: string) => string;
  /** How many messages a channel holds, without making them. */
  readonly messageCount: (channelId: string) => number;
  /** Switches the application's privileged intents, as its owner does in the developer portal. */
  readonly allowIntents: (allowed: { readonly messageContent?: boolean; readonly guildMembers?: boolean }) => void;
}

/** What a channel allows and denies to one role or member. */
export interface ChannelOverwrite {
  readonly id: string;
  /** Default: role. */
  readonly type?: 'role' | 'member';
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** Makes the control surface of a world. */
export function createControl(world: World, interactions: Interactions): Control {
  const guild = (id: string): GuildState => found(world.guilds.get(id), 'guild', id);
  const channel = (id: string): ChannelState => found(world.channels.get(id), 'channel', id);
  return {
    ...communityControl(world, guild, channel),
    ...messageControl(world, interactions, channel),
    allowIntents: (allowed) => {
      world.application.messageContent = allowed.messageContent ?? world.application.messageContent;
      world.application.guildMembers = allowed.guildMembers ?? world.application.guildMembers;
    },
  };
}

type MessageControl = Pick<
  Control,
  'addThread' | 'channelOf' | 'delete' | 'edit' | 'messageCount' | 'messages' | 'post'
>;

function communityControl(
  world: World,
  guild: (id: string) => GuildState,
  channel: (id: string) => ChannelState,
): Omit<Control, keyof MessageControl | 'allowIntents'> {
  return {
    addGuild: (name) => createGuild(world, name).id,
    addChannel: (guildId, name, extras = {}) =>
      createChannel(world, guild(guildId).id, { name, type: ChannelType.GuildText, ...extras }).id,
    archiveThread: (threadId, archived = true) => setArchived(world, channel(threadId), archived),
    addRole: (guildId, name, permissions = 0n) => createRole(world, guild(guildId), name, permissions).id,
    addMember: (guildId, name, roles = []) => addMember(world, guild(guildId), createUser(world, name), roles).user.id,
    setRoles: (guildId, memberId, roleIds) => {
      const place = guild(guildId);
      const member = found(place.members.get(memberId), 'member', memberId);
      changeAccess(world, guildId, () => updateMember(world, place, member, { roleIds }));
    },
    member: (guildId, memberId) => guild(guildId).members.get(memberId),
    setPermissions: (guildId, roleId, permissions) =>
      changeAccess(world, guildId, () => setRolePermissions(world, guild(guildId), roleId, permissions)),
    setOverwrite: (channelId, { id, type, allow = 0n, deny = 0n }) => {
      const place = channel(channelId);
      const others = place.overwrites.filter((other) => other.id !== id);
      const own = { id, type: type === 'member' ? 1 : 0, allow: allow.toString(), deny: deny.toString() };
      changeAccess(world, place.guildId, () => updateChannel(world, place, { overwrites: [...others, own] }));
    },
    deleteChannel: (channelId) => deleteChannel(world, channel(channelId)),
    removeGuild: (guildId, more = {}) => deleteGuild(world, guild(guildId), more.unavailable === true),
    restoreGuild: (guildId) => announceGuild(world, guild(guildId)),
  };
}

function messageControl(
  world: World,
  interactions: Interactions,
  channel: (id: string) => ChannelState,
): MessageControl {
  const user = (id: string) => found(world.users.get(id), 'user', id);
  const place = (id: string) => found(findMessage(world, id) ?? interactions.ephemeral(id), 'message', id);
  return {
    addThread: (channelId, name, ownerId, start = {}) => {
      const owner = user(ownerId);
      const message = start.fromMessage === undefined ? undefined : place(start.fromMessage).message;
      return openThread(world, channel(channelId), { name, owner, start, message });
    },
    post: (channelId, authorId, payload) => {
      const author = user(authorId);
      const where = channel(channelId);
      if (typeof payload === 'string') return createMessage(world, where, { author, content: payload }).id;
      return createMessage(world, where, draftOf(world, where, author, payload)).id;
    },
    edit: (messageId, payload, more = {}) => {
      const { channel: where, message } = place(messageId);
      const change = asPayload(payload);
      const parts = partsOf(world, where, change);
      editMessage(world, where, message, {
        marked: more.marked !== false,
        ...(change.content !== undefined && { content: change.content }),
        ...(parts !== undefined && { parts }),
      });
    },
    delete: (...ids) => {
      const [first] = ids;
      if (first !== undefined) deleteMessages(world, place(first).channel, ids);
    },
    messages: (channelId) => {
      const stored = channel(channelId).log.oldestFirst();
      return stored.map((message) => apiMessage(world, message, { readsContent: true }));
    },
    channelOf: (messageId) => place(messageId).channel.id,
    messageCount: (channelId) => channel(channelId).log.size(),
  };
}

interface Opening {
  readonly name: string;
  readonly owner: APIUser;
  readonly start: ThreadStart;
  readonly message: StoredMessage | undefined;
}

function openThread(world: World, parent: ChannelState, { name, owner, start, message }: Opening): string {
  if (parent.type !== ChannelType.GuildForum) {
    const draft = { name, ownerId: owner.id, isPrivate: start.isPrivate === true };
    return openThreadFrom(world, parent, draft, message).id;
  }
  const draft = draftOf(world, parent, owner, asPayload(start.firstPost ?? name));
  return openForumPost(world, parent, { ...draft, name, content: draft.content ?? '' }).thread.id;
}

function asPayload(payload: string | PostPayload): PostPayload {
  return typeof payload === 'string' ? { content: payload } : payload;
}
