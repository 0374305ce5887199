import { type EmbedParts, type MessageParts, readableText } from '../domain/readable-text.js';
import { field, isObject, listField, textField } from './fields.js';

/** Where an export or a part of it comes from. */
export interface ExportPlace {
  readonly guildId: string | undefined;
  readonly channelId: string | undefined;
  /** As a person knows the channel. */
  readonly channelName: string;
}

/** One message of an export as the replay sees it. */
export interface ExportMessage {
  readonly id: string | undefined;
  readonly place: ExportPlace;
  readonly authorId: string | undefined;
  /** Written by Discord, not by a member: joins, pins, boosts. */
  readonly isSystem: boolean;
  /** Composed as live messages are. */
  readonly text: string;
}

/** Kinds that members write, as DiscordChatExporter and as Discord's API name them; every other kind is Discord's own. */
const WRITTEN_KINDS: ReadonlySet<string> = new Set([
  'Default',
  'Reply',
  'ThreadStarterMessage',
  'ChatInputCommand',
  'ContextMenuCommand',
  '0',
  '19',
  '20',
  '21',
  '23',
]);

/** Reads what stands before the messages of an export. */
export function readPlace(header: unknown, fallbackName: string): ExportPlace {
  const channel = field(header, 'channel');
  return {
    guildId: textField(field(header, 'guild'), 'id'),
    channelId: textField(channel, 'id'),
    channelName: textField(channel, 'name') ?? fallbackName,
  };
}

/** Reads one message: of DiscordChatExporter, of Discord's API, or a line with `text`. A string says what is wrong with it. */
export function readExportMessage(value: unknown, place: ExportPlace): ExportMessage | string {
  if (!isObject(value)) return 'no object';
  const text = field(value, 'text') ?? field(value, 'content');
  if (text === undefined && !Object.hasOwn(value, 'embeds') && !Object.hasOwn(value, 'attachments'))
    return 'neither "content" nor "text"';
  if (text !== undefined && typeof text !== 'string' && text !== null) return '"content" is no text';

  const id = textField(value, 'id');
  const own = ownPlace(value, place);
  const opens = id !== undefined && id === own.channelId;
  return {
    id,
    place: own,
    authorId: textField(field(value, 'author'), 'id') ?? textField(value, 'authorId', 'author_id'),
    isSystem: !WRITTEN_KINDS.has(textField(value, 'type') ?? 'Default'),
    text: readableText({
      title: opens ? own.channelName : undefined,
      ...partsOf(value),
      snapshots: snapshotsOf(value),
    }),
  };
}

function ownPlace(value: unknown, place: ExportPlace): ExportPlace {
  const channelId = textField(value, 'channelId', 'channel_id');
  const channelName = textField(value, 'channel', 'channelName') ?? channelId;
  if (channelName === undefined) return place;
  return {
    guildId: textField(value, 'guildId', 'guild_id') ?? place.guildId,
    channelId: channelId ?? place.channelId,
    channelName,
  };
}

function partsOf(value: unknown): MessageParts {
  return {
    content: textField(value, 'content', 'text'),
    embeds: listField(value, 'embeds').map(embedOf),
    attachments: listField(value, 'attachments').map((attachment) => ({
      name: textField(attachment, 'fileName', 'filename', 'name'),
      description: textField(attachment, 'description'),
    })),
    poll: pollOf(field(value, 'poll')),
    stickers: listField(value, 'stickers', 'sticker_items').flatMap((sticker) => textField(sticker, 'name') ?? []),
  };
}

function embedOf(embed: unknown): EmbedParts {
  return {
    author: textField(field(embed, 'author'), 'name'),
    title: textField(embed, 'title'),
    description: textField(embed, 'description'),
    fields: listField(embed, 'fields').map((one) => ({
      name: textField(one, 'name') ?? '',
      value: textField(one, 'value') ?? '',
    })),
    footer: textField(field(embed, 'footer'), 'text'),
  };
}

function pollOf(poll: unknown): MessageParts['poll'] {
  if (!isObject(poll)) return undefined;
  const said = (part: unknown) => (typeof part === 'string' ? part : textField(part, 'text'));
  return {
    question: said(field(poll, 'question')) ?? '',
    answers: listField(poll, 'answers').map((answer) => said(field(answer, 'poll_media') ?? answer) ?? ''),
  };
}

/** DiscordChatExporter has one `forwardedMessage`, Discord's API a list of snapshots that wrap a message each. */
function snapshotsOf(value: unknown): readonly MessageParts[] {
  const forwarded = field(value, 'forwardedMessage');
  const wrapped = listField(value, 'message_snapshots').map((snapshot) => field(snapshot, 'message'));
  return [forwarded, ...wrapped].filter(isObject).map(partsOf);
}
