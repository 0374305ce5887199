import type { Snowflake } from './snowflake.js';

/** A message as the pipeline sees it: every readable part joined into one text, and where it stands. */
export interface Message {
  readonly id: Snowflake;
  readonly guildId: Snowflake;
  /** The channel or thread it was posted in. */
  readonly channelId: Snowflake;
  readonly authorId: Snowflake;
  /** Role ids of the author where Discord sent them; history pages do not carry them. */
  readonly authorRoleIds: readonly Snowflake[];
  /** Undefined for a message that was never edited. */
  readonly editedAt: Date | undefined;
  /** Content, embeds, attachment names and descriptions, poll, forwarded snapshots, sticker names, and the title of a thread it opens; joined by line breaks. */
  readonly text: string;
}

/** Where a message can be opened in Discord. */
export function jumpUrl(place: Pick<Message, 'guildId' | 'channelId' | 'id'>): string {
  return `https://discord.com/channels/${place.guildId}/${place.channelId}/${place.id}`;
}
