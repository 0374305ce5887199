import type { Card } from '../domain/card.js';
import type { Channel } from '../domain/channel.js';
import type { Message } from '../domain/message.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Presser } from './press.js';

/** What somebody wants of the bot: a slash command with its options, or a command of the menu on a message. */
export type CommandRequest =
  | { readonly name: 'coverage' | 'resume' | 'status' }
  | { readonly name: 'score'; readonly text: string }
  | { readonly name: 'report'; readonly days: number }
  | { readonly name: 'budget'; readonly alertsPerDay: number }
  | { readonly name: 'terms-search'; readonly word: string }
  | { readonly name: 'pause'; readonly holdsUrgent: boolean }
  | { readonly name: 'forget-user'; readonly userId: Snowflake }
  /** `target` is undefined for one of our own messages. */
  | { readonly name: 'assess-message' | 'report-message'; readonly target: CommandTarget | undefined };

export interface CommandTarget {
  readonly message: Message;
  /** Undefined for a channel that we do not see. */
  readonly channel: Channel | undefined;
}

/** A command that somebody used, acknowledged to Discord already: whatever is answered, only they see it. */
export interface Command {
  readonly request: CommandRequest;
  readonly guildId: Snowflake;
  readonly member: Commander;
  /** Of the person's Discord, such as `ru` or `en-GB`. */
  readonly locale: string;
  /** Does not throw: an expired interaction is logged, and the work stands. */
  readonly answer: (what: string | Card) => Promise<void>;
}

export interface Commander extends Presser {
  /** Has Discord's Manage Server permission (or Administrator). */
  readonly mayManage: boolean;
}

/** Commands of the menu on a message, under the names that Discord knows them by. */
export const MENU_COMMANDS = {
  'assess-message': 'Assess this message',
  'report-message': 'Report to moderators',
} as const;

/** Names and descriptions that Discord shows, by what they are of. */
export const COMMAND_WORDS = [
  'didbon',
  'status',
  'score',
  'score-text',
  'report',
  'report-days',
  'budget',
  'budget-alerts',
  'coverage',
  'terms',
  'terms-search',
  'terms-word',
  'pause',
  'pause-urgent',
  'resume',
  'forget',
  'forget-user',
  'forget-who',
  'assess-message',
  'report-message',
] as const;

/** In the languages that Discord itself knows; at most 100 characters each, names in menus 32. */
export type CommandWords = Readonly<
  Record<(typeof COMMAND_WORDS)[number], { readonly en: string; readonly ru: string }>
>;

/** The commands that Discord offers people. */
export interface CommandRegistry {
  /** Makes Discord offer our commands in these words, and no others; false when it did already. Repeat-safe. Throws RefusedError and UnavailableError. */
  register(words: CommandWords): Promise<boolean>;
}
