import type {
  APIAttachment,
  APIEmbed,
  APIMessageInteractionMetadata,
  APIMessageReference,
  APIMessageSnapshot,
  APIMessageTopLevelComponent,
  APIPoll,
  APIStickerItem,
  APIUser,
  MessageType,
} from 'discord-api-types/v10';

/** What few messages have; kept apart so that a plain line of text costs little memory. */
export interface MessageParts {
  readonly embeds?: readonly APIEmbed[];
  readonly attachments?: readonly APIAttachment[];
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly poll?: APIPoll;
  readonly snapshots?: readonly APIMessageSnapshot[];
  readonly stickers?: readonly APIStickerItem[];
  readonly reference?: APIMessageReference;
  /** Bits of Discord's MessageFlags. */
  readonly flags?: number;
  readonly webhookId?: string;
  readonly nonce?: string | number;
  readonly interaction?: APIMessageInteractionMetadata;
  /** The thread that grows from this message. */
  readonly threadId?: string;
  /** Whom a bot lets its message ping; undefined for everyone it names. */
  readonly pings?: Pings;
}

/** Whom a message may ping. */
export interface Pings {
  readonly users: readonly string[] | 'all';
  readonly roles: readonly string[] | 'all';
  readonly everyone: boolean;
}

/** One message as the sandbox's Discord keeps it. An edit replaces the fields that may change. */
export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: APIUser;
  readonly type: MessageType;
  content: string;
  /** Milliseconds since 1970; undefined for a message that nobody edited. */
  editedMs: number | undefined;
  parts: MessageParts;
}

/** The parts of a message that has none: shared, so that it costs nothing. */
export const NO_PARTS: MessageParts = Object.freeze({});
