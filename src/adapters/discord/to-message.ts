import {
  ComponentType,
  type Message as DiscordMessage,
  type Embed,
  type MessageSnapshot,
  MessageType,
  type TopLevelComponent,
} from 'discord.js';
import type { Message } from '../../domain/message.js';
import { type EmbedParts, type MessageParts, readableText } from '../../domain/readable-text.js';
import { toSnowflake } from '../../domain/snowflake.js';

/** What we read of a guild message; undefined for one outside a guild. */
export function toMessage(message: DiscordMessage): Message | undefined {
  if (message.guildId === null) return undefined;

  return {
    id: toSnowflake(message.id),
    guildId: toSnowflake(message.guildId),
    channelId: toSnowflake(message.channelId),
    authorId: toSnowflake(message.author.id),
    authorRoleIds: message.member ? [...message.member.roles.cache.keys()].map(toSnowflake) : [],
    editedAt: message.editedAt ?? undefined,
    text: readableText({ title: openedTitle(message), ...readableParts(message) }),
  };
}

/** Where Discord sends a part in a form that nobody knows yet, the content is still read: one message must not stop a channel. */
function readableParts(message: DiscordMessage): MessageParts {
  try {
    return { ...partsOf(message), snapshots: message.messageSnapshots.map(partsOf) };
  } catch {
    return { content: message.content };
  }
}

/** A thread's title belongs to the message that opens it: a forum post's first message, or a thread's starter. */
function openedTitle(message: DiscordMessage): string | undefined {
  const opens = message.id === message.channelId || message.type === MessageType.ThreadStarterMessage;
  return opens && message.channel.isThread() ? message.channel.name : undefined;
}

function partsOf(message: DiscordMessage | MessageSnapshot): MessageParts {
  const texts = (message.components ?? []).flatMap(textsOfComponent);
  return {
    content: [message.content, ...texts].filter(Boolean).join('\n'),
    embeds: (message.embeds ?? []).map(partsOfEmbed),
    attachments: [...(message.attachments?.values() ?? [])].map((attachment) => ({
      name: attachment.name,
      description: attachment.description ?? undefined,
    })),
    poll:
      'poll' in message && message.poll
        ? {
            question: message.poll.question.text ?? '',
            answers: message.poll.answers.map((answer) => answer.text ?? ''),
          }
        : undefined,
    stickers: [...(message.stickers?.values() ?? [])].map((sticker) => sticker.name),
  };
}

function partsOfEmbed(embed: Embed): EmbedParts {
  return {
    author: embed.author?.name,
    title: embed.title ?? undefined,
    description: embed.description ?? undefined,
    fields: embed.fields,
    footer: embed.footer?.text,
  };
}

/** Bots may put their text into components instead of the content. */
function textsOfComponent(component: TopLevelComponent): string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  if (component.type === ComponentType.Section) return component.components.map((text) => text.content);
  if (component.type !== ComponentType.Container) return [];
  return component.components.flatMap((inner) =>
    inner.type === ComponentType.ActionRow ? [] : textsOfComponent(inner),
  );
}
