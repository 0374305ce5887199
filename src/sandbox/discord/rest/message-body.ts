import {
  type APIAttachment,
  type APIEmbed,
  type APIMessageReference,
  type APIMessageTopLevelComponent,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import { isRecord, type JsonRecord, listOf, numberOf, recordOf, textOf, textsOf } from '../json.js';
import type { MessageParts } from '../world/message.js';
import { ApiError, invalidBody } from './api-error.js';
import { checkComponents, checkEmbeds } from './message-limits.js';
import type { RestCall } from './route.js';

/** The part of a message that its sender decides. */
export interface MessageBody {
  readonly content: string | undefined;
  readonly parts: MessageParts;
  readonly nonce: string | number | undefined;
  readonly enforceNonce: boolean;
}

/** How many characters a bot may put into one message. */
const LONGEST_CONTENT = 2000;
const SENDABLE_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** Where uploaded files will be found. */
export type KeepUploads = (call: RestCall) => readonly APIAttachment[];

/** Reads what a bot wants to post or change, with Discord's own limits; keys it does not know are ignored, as there. */
export function readMessageBody(call: RestCall, body: unknown, keepUploads: KeepUploads): MessageBody {
  const fields = recordOf(body);
  const { content, embeds, components, nonce, enforce_nonce: enforceNonce, flags } = fields;
  // Discord takes away white space at both ends.
  const text = content === null ? '' : textOf(content)?.trim();
  if (text !== undefined && [...text].length > LONGEST_CONTENT)
    throw invalidBody('content', 'BASE_TYPE_MAX_LENGTH', `Must be ${LONGEST_CONTENT} or fewer in length.`);

  const givenFlags = (numberOf(flags) ?? 0) & SENDABLE_FLAGS;
  const attachments = keepUploads(call);
  const reference = readReference(fields);
  return {
    content: text,
    nonce: textOf(nonce) ?? numberOf(nonce),
    enforceNonce: enforceNonce === true,
    parts: {
      ...(Array.isArray(embeds) && { embeds: checkEmbeds(embeds.filter(isEmbed)) }),
      ...(Array.isArray(components) && { components: checkComponents(components.filter(isComponent)) }),
      ...(attachments.length > 0 && { attachments }),
      ...(givenFlags !== 0 && { flags: givenFlags }),
      ...(reference !== undefined && { reference }),
      ...readPings(fields),
    },
  };
}

/** Refuses a message in which there is nothing to see. */
export function refuseEmpty(body: MessageBody): void {
  const { embeds, attachments, components } = body.parts;
  if (body.content || embeds?.length || attachments?.length || components?.length) return;
  throw new ApiError(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message');
}

/** What the sender says of the files: descriptions, by the number in their part's name. */
export function describedFiles(body: unknown): ReadonlyMap<string, string> {
  const { attachments } = recordOf(body);
  return new Map(
    listOf(attachments).flatMap((entry) => {
      const { id, description } = recordOf(entry);
      return typeof description === 'string' ? [[`files[${String(id)}]`, description] as const] : [];
    }),
  );
}

function readPings({ allowed_mentions: value }: JsonRecord): Pick<MessageParts, 'pings'> {
  if (!isRecord(value)) return {};
  const { parse, users, roles } = value;
  const kinds = textsOf(parse);
  return {
    pings: {
      users: kinds.includes('users') ? 'all' : textsOf(users),
      roles: kinds.includes('roles') ? 'all' : textsOf(roles),
      everyone: kinds.includes('everyone'),
    },
  };
}

function readReference({ message_reference: value }: JsonRecord): APIMessageReference | undefined {
  const { message_id: messageId, channel_id: channelId } = recordOf(value);
  if (typeof messageId !== 'string') return undefined;
  return { type: 0, message_id: messageId, channel_id: textOf(channelId) ?? '' };
}

function isEmbed(value: unknown): value is APIEmbed {
  return isRecord(value);
}

function isComponent(value: unknown): value is APIMessageTopLevelComponent {
  return isRecord(value) && 'type' in value;
}
