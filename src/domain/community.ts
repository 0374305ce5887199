import type { Language } from '../assess/assessment.js';
import type { Snowflake } from './snowflake.js';

/** Languages of the interface: cards, buttons, reports. */
export const INTERFACE_LANGUAGES = ['en', 'ru', 'tg', 'uz'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** How one Discord community wants to be served: shared defaults overlaid with `communities.<guild id>`. */
export interface Community {
  readonly guildId: Snowflake;
  /** Channel and category ids to read; empty means every channel the bot may read. */
  readonly watchedChannels: readonly Snowflake[];
  /** Channel and category ids never read; wins over `watchedChannels`. */
  readonly ignoredChannels: readonly Snowflake[];
  /** Where cards go. It is never read itself. */
  readonly moderatorChannel: Snowflake;
  /** Roles whose members may confirm alerts in a language, because they read it. */
  readonly readerRoles: Readonly<Record<Language, readonly Snowflake[]>>;
  /** Roles whose members may press any other button; members with Discord's Moderate Members permission may, too. */
  readonly moderatorRoles: readonly Snowflake[];
  /** Roles whose members are not read at all. None by default. */
  readonly exemptRoles: readonly Snowflake[];
  /** Pinged once with an `urgent` card; undefined for no ping. */
  readonly urgentRole: Snowflake | undefined;
  /** IANA name in which the schedules below are meant. */
  readonly timezone: string;
  readonly schedules: {
    readonly catchUp: string;
    readonly weeklyReport: string;
    readonly retention: string;
  };
  /** How far back a channel is read that was never read before, in hours. */
  readonly firstReadHours: number;
  /** How far back edits and deletions are looked for after downtime, in hours. */
  readonly editRereadHours: number;
  /** Cards an hour; what exceeds it waits in the outbox. `urgent` is never held back. */
  readonly alertsPerHour: number;
  /** Hours for which copies of a message join the card of the first; 0 where each is to have a card of its own. */
  readonly campaignHours: number;
  readonly retention: {
    /** Hours from an author's deletion until the text goes. */
    readonly deletedTextHours: number;
    /** Days until the text of an undecided or dismissed flag goes. */
    readonly textDays: number;
    /** Days until the text and ids of a confirmed flag go. */
    readonly confirmedDays: number;
    /** Days until counts go. */
    readonly countsDays: number;
    /** Days until rows of the audit log go. */
    readonly auditDays: number;
    /** Days until all of a community goes that the bot is no longer in. */
    readonly leftDays: number;
  };
  readonly interfaceLanguage: InterfaceLanguage;
  /** Share of decided alerts that another person is asked about again, in [0, 1]. */
  readonly secondReviewShare: number;
  /** What to do with a confirmed call, linked from the answer to Why?; undefined for no link. */
  readonly runbookUrl: string | undefined;
}

/** What holds for a community of which the settings say nothing. */
export type CommunityDefaults = Omit<Community, 'guildId' | 'moderatorChannel'>;
