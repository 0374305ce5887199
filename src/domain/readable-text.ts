/** The readable parts of a message, whatever they came from: the gateway, a history page, or an export. */
export interface MessageParts {
  /** Title of the thread or forum post that this message opens. */
  readonly title?: string | undefined;
  readonly content?: string | undefined;
  readonly embeds?: readonly EmbedParts[] | undefined;
  readonly attachments?:
    | readonly { readonly name?: string | undefined; readonly description?: string | undefined }[]
    | undefined;
  readonly poll?: { readonly question: string; readonly answers: readonly string[] } | undefined;
  /** Forwarded messages. */
  readonly snapshots?: readonly MessageParts[] | undefined;
  readonly stickers?: readonly string[] | undefined;
}

export interface EmbedParts {
  readonly author?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly footer?: string | undefined;
}

/** Forwards do not nest in Discord; the limit guards against a payload that pretends they do. */
const DEEPEST_FORWARD = 2;

/**
 * All that a reader of the message would see as text, one part a line, so that a call split
 * over title and body stays together and unrelated parts do not run into one sentence.
 */
export function readableText(parts: MessageParts, depth = 0): string {
  const lines: (string | undefined)[] = [parts.title, parts.content];
  for (const embed of parts.embeds ?? []) lines.push(...embedLines(embed));
  for (const attachment of parts.attachments ?? []) lines.push(attachment.name, attachment.description);
  if (parts.poll) lines.push(parts.poll.question, ...parts.poll.answers);
  if (depth < DEEPEST_FORWARD)
    for (const snapshot of parts.snapshots ?? []) lines.push(readableText(snapshot, depth + 1));
  lines.push(...(parts.stickers ?? []));

  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}

function embedLines(embed: EmbedParts): (string | undefined)[] {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [embed.author, embed.title, embed.description, ...fields, embed.footer];
}
