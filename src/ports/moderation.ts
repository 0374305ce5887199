import type { Snowflake } from '../domain/snowflake.js';

/** A message as moderation needs it. */
export interface MessagePlace {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
}

/** Whether the community's own roles and overwrites, as they are now, allow an act to a person and to the bot. */
export interface Rights {
  readonly presser: boolean;
  readonly bot: boolean;
}

/** Timing out also needs a role above every role of the author; nobody times out an owner or an administrator. */
export interface TimeOutRights extends Rights {
  readonly presserOutranks: boolean;
  readonly botOutranks: boolean;
}

/**
 * Acts upon members, each only where a person asked for it. Repeat-safe.
 * Throws RefusedError when Discord says no (`gone` where message or member are not there), UnavailableError when it may be tried again.
 */
export interface Moderation {
  /** About Manage Messages in the message's channel. */
  rightsToDelete(place: MessagePlace, presser: Snowflake): Promise<Rights>;
  /** About Moderate Members. */
  rightsToTimeOut(guildId: Snowflake, author: Snowflake, presser: Snowflake): Promise<TimeOutRights>;
  /** `reason` stands in Discord's own audit log. */
  deleteMessage(place: MessagePlace, reason: string): Promise<void>;
  timeOut(guildId: Snowflake, author: Snowflake, until: Date, reason: string): Promise<void>;
}
