import {
  type APIAttachment,
  type APIEmbed,
  type APIMessageSnapshot,
  type APIMessageTopLevelComponent,
  type APIPoll,
  type APIStickerItem,
  type APIUser,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { isoTime } from '../api/iso-time.js';
import type { MessageParts } from '../world/message.js';
import type { MessageDraft } from '../world/messages.js';
import type { ChannelState, World } from '../world/world.js';

/** What a member posts, in few words; a plain string stands for `{ content }`. */
export interface PostPayload {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly attachments?: readonly {
    readonly filename: string;
    readonly description?: string;
    readonly size?: number;
  }[];
  readonly poll?: { readonly question: string; readonly answers: readonly string[] };
  /** Forwards a text: it arrives as a snapshot, with nothing in the message itself. */
  readonly forward?: { readonly content?: string; readonly embeds?: readonly APIEmbed[] };
  readonly stickers?: readonly string[];
  /** The message this one answers, in the same channel. */
  readonly replyTo?: string;
  /** Posts through a webhook of this name instead of as the member. */
  readonly webhook?: string;
}

/** Turns a payload into a message that the world can take. */
export function draftOf(world: World, channel: ChannelState, author: APIUser, payload: PostPayload): MessageDraft {
  const parts = partsOf(world, channel, payload);
  const base = { content: payload.content ?? '', type: payload.replyTo ? MessageType.Reply : MessageType.Default };
  if (payload.webhook === undefined) return { ...base, author, ...(parts !== undefined && { parts }) };

  const id = world.nextId();
  const webhook = { id, username: payload.webhook, discriminator: '0000', global_name: null, avatar: null, bot: true };
  return { ...base, author: webhook, parts: { ...parts, webhookId: id } };
}

/** The parts of a payload beside its text; undefined when there are none, which is the case for most of what people write. */
export function partsOf(world: World, channel: ChannelState, payload: PostPayload): MessageParts | undefined {
  const parts: MessageParts = {
    ...(payload.embeds !== undefined && { embeds: payload.embeds }),
    ...(payload.components !== undefined && { components: payload.components }),
    ...(payload.attachments !== undefined && {
      attachments: payload.attachments.map((file) => attachmentOf(world, channel, file)),
    }),
    ...(payload.poll !== undefined && { poll: pollOf(world, payload.poll) }),
    ...(payload.forward !== undefined && forwardOf(world, channel, payload.forward)),
    ...(payload.stickers !== undefined && { stickers: payload.stickers.map((name) => stickerOf(world, name)) }),
    ...(payload.replyTo !== undefined && {
      reference: { message_id: payload.replyTo, channel_id: channel.id, guild_id: channel.guildId },
    }),
  };
  return Object.keys(parts).length === 0 ? undefined : parts;
}

function attachmentOf(
  world: World,
  channel: ChannelState,
  file: { readonly filename: string; readonly description?: string; readonly size?: number },
): APIAttachment {
  const id = world.nextId();
  const url = `https://cdn.discordapp.com/attachments/${channel.id}/${id}/${encodeURIComponent(file.filename)}`;
  return {
    id,
    filename: file.filename,
    size: file.size ?? 1024,
    url,
    proxy_url: url.replace('cdn.discordapp.com', 'media.discordapp.net'),
    ...(file.description !== undefined && { description: file.description }),
  };
}

function pollOf(world: World, poll: NonNullable<PostPayload['poll']>): APIPoll {
  return {
    question: { text: poll.question },
    answers: poll.answers.map((text, at) => ({ answer_id: at + 1, poll_media: { text } })),
    expiry: isoTime(world.clock.now().getTime() + 86_400_000),
    allow_multiselect: false,
    layout_type: 1,
    results: { is_finalized: false, answer_counts: [] },
  };
}

function forwardOf(world: World, channel: ChannelState, forward: NonNullable<PostPayload['forward']>): MessageParts {
  const snapshot: APIMessageSnapshot = {
    message: {
      type: MessageType.Default,
      content: forward.content ?? '',
      embeds: [...(forward.embeds ?? [])],
      attachments: [],
      timestamp: isoTime(world.clock.now().getTime()),
      edited_timestamp: null,
      mentions: [],
      mention_roles: [],
      components: [],
    },
  };
  const reference = { type: MessageReferenceType.Forward, message_id: world.nextId(), channel_id: channel.id };
  return { snapshots: [snapshot], reference, flags: MessageFlags.HasSnapshot };
}

function stickerOf(world: World, name: string): APIStickerItem {
  return { id: world.nextId(), name, format_type: 1 };
}
