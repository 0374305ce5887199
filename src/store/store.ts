import type { Level, NotAssessed } from '../assess/assessment.js';
import type { Alert, CardPlace, Verdict, VerdictKind } from '../domain/alert.js';
import type { Gap, GapReason, IdRange } from '../domain/coverage.js';
import type { Flag, FlagCategory } from '../domain/flag.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Audit } from './audit.js';
import type { Erasure } from './erasure.js';
import type { Overflow } from './overflow-store.js';
import type { Lessons, PackBlobs, PackTrials, Publications } from './pack-stores.js';
import type { Asks, Pauses, Reviews, SecondReviews } from './review-store.js';

/** What became of one message, for counting. Carries no text. */
export interface ReadMessage {
  readonly id: Snowflake;
  /** The detector's first tag, e.g. `tg`, `und`. */
  readonly language: string;
  readonly outcome: Level | NotAssessed;
  /** Counts the message although its id lies in a covered range: a live message that arrived out of order. Its id is remembered, so that it counts once. */
  readonly late?: true;
}

/** One page of history, or one burst of live messages, of one channel: committed whole or not at all. */
export interface ReadBatch {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  /** The ids that are covered once this is committed; undefined when nothing is claimed (edits): then only `late` messages count. */
  readonly range: IdRange | undefined;
  readonly messages: readonly ReadMessage[];
  readonly flags: readonly Flag[];
  /**
   * New flags join the campaign that they are near-duplicates of, and share its card, until so long after its first; undefined
   * or 0: each flag has a card of its own.
   */
  readonly campaignsOpenForMs?: number;
  readonly at: Date;
}

export interface CommitResult {
  /** Messages counted now; those already covered were counted before. */
  readonly counted: number;
  /** Flags that were not known yet. Each has its row in the outbox, or joined a card that is in it. */
  readonly newFlags: readonly Flag[];
}

/** A count of messages read: one row per community, channel, UTC day, language and outcome. */
export interface Tally {
  readonly channelId: Snowflake;
  /** `YYYY-MM-DD` of the messages' own creation time, UTC. */
  readonly day: string;
  readonly language: string;
  readonly outcome: Level | NotAssessed;
  readonly count: number;
}

/** Which message ids have been read. Counts and flags are committed in the same transaction as the range they belong to. */
export interface Ledger {
  /**
   * Repeat-safe: a batch committed twice counts once and flags once. Ranges that touch or overlap become one; gaps they cover
   * shrink or go. The same message and edit time is the same flag, whatever its id, and joins one campaign once. Messages
   * outside `range` do not count, nor do those that were forgotten with their channel or community.
   */
  commit(batch: ReadBatch): Promise<CommitResult>;
  /** Covered ranges of a channel, oldest first, disjoint. */
  ranges(channelId: Snowflake): Promise<readonly IdRange[]>;
  /** Names a stretch as not read; replaces the reason where it overlaps a known gap; ids already covered are left out of it. */
  nameGap(guildId: Snowflake, channelId: Snowflake, range: IdRange, reason: GapReason, at: Date): Promise<void>;
  /** Named gaps of a community, by channel, oldest first. */
  gaps(guildId: Snowflake): Promise<readonly Gap[]>;
  /** Channels of a community that have ranges or gaps. */
  channels(guildId: Snowflake): Promise<readonly Snowflake[]>;
}

/** What the report counts. `from` inclusive, `to` exclusive. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export interface AlertCount {
  readonly category: FlagCategory;
  readonly level: Level;
  /** Tag of the flagged text. */
  readonly language: string;
  /** Undefined for alerts that nobody has decided. */
  readonly verdict: VerdictKind | undefined;
  readonly count: number;
}

/** How many flags a word or pattern of the lexicon was a reason of. Named by what it means, never by what a member wrote. */
export interface ReasonCount {
  /** Lexicon role, or the category of a pattern. */
  readonly role: string;
  readonly gloss: string;
  readonly count: number;
}

/** What came of a campaign within a period. Names nobody. */
export interface CampaignCount {
  /** Of its oldest card that is kept. */
  readonly number: number | undefined;
  readonly category: FlagCategory;
  /** Messages, at least two. */
  readonly copies: number;
  /** Channels that they stood in; those of erased ones are not known any more. */
  readonly channels: number;
}

export interface Counts {
  /** Of the UTC days that begin within the period: adjoining periods share no day. */
  tallies(guildId: Snowflake, period: Period): Promise<readonly Tally[]>;
  /** Of the cards whose flags were made within the period, erased ones included. Copies that joined a card are not counted again. */
  alerts(guildId: Snowflake, period: Period): Promise<readonly AlertCount[]>;
  /** Milliseconds from flag to verdict, of the verdicts given within the period, quickest first. What carried over to copies is none. */
  decisionTimes(guildId: Snowflake, period: Period): Promise<readonly number[]>;
  /** Terms among the reasons of the same cards' flags: copies would outweigh what is written once; of erased ones nothing is left to count. */
  terms(guildId: Snowflake, period: Period): Promise<readonly ReasonCount[]>;
  /** Campaigns of at least two messages that were flagged within the period, those with most of them first. */
  campaigns(guildId: Snowflake, period: Period): Promise<readonly CampaignCount[]>;
  /** Texts that were erased within the period because their time was over. */
  erased(guildId: Snowflake, period: Period): Promise<number>;
  /** Messages ever counted in this community, all outcomes, also where their tallies have gone. */
  total(guildId: Snowflake): Promise<number>;
}

/** What a card scored. Carries no text and no ids. */
export interface CardScore {
  /** Tag of the flagged text. */
  readonly language: string;
  readonly level: Level;
  readonly score: number;
  readonly verdict: VerdictKind | undefined;
}

/** Scores of cards, for weighing thresholds. */
export interface CardScores {
  /** Of the cards whose flags were made within the period, erased ones included. */
  read(guildId: Snowflake, period: Period): Promise<readonly CardScore[]>;
}

/** The outbox of cards, and what moderators said on them. */
export interface Alerts {
  /** Throws DamagedDatabaseError for a row that was altered; lists leave it out and log it. */
  find(id: string): Promise<Alert | undefined>;
  /** Undecided alerts without a card whose time has come, `urgent` first, then oldest first. Erased ones are never due, nor those that joined another's card. */
  due(guildId: Snowflake, now: Date, limit: number): Promise<readonly Alert[]>;
  /** How many alerts are due. */
  waiting(guildId: Snowflake, now: Date): Promise<number>;
  /** Notes the first try to post; false if it had been tried before: then look for the card first. */
  markTried(id: string, at: Date): Promise<boolean>;
  /** Stores where the card is; false if one was stored before (the new one is a double to take down). */
  markPosted(id: string, card: CardPlace, at: Date): Promise<boolean>;
  /**
   * Stores the verdict if there is none, with its row in the audit log; answers the alert as it now stands, and whether this
   * verdict is the one that counts. It carries over to copies of the very same wording; the other copies that shared the card
   * become due with a new one. A second opinion, where one is wanted at `secondReviewAt`, is owed with it.
   */
  decide(
    id: string,
    verdict: Verdict,
    secondReviewAt?: Date,
  ): Promise<{ readonly won: boolean; readonly alert: Alert } | undefined>;
  /** Notes who wants to confirm where two must: `first` for the first person (kept, encrypted), `same` for that person again, `second` for another. */
  support(id: string, by: Snowflake, at: Date): Promise<'first' | 'same' | 'second'>;
}

/** Cards that no longer show what is known (a verdict, a deletion), so that they are edited also after a restart. */
export interface StaleCards {
  /** Alerts with a card that must be edited, and the revision to hand back, by the moment from which: a count that goes up can wait a while. */
  list(
    guildId: Snowflake,
    limit: number,
  ): Promise<readonly { readonly alert: Alert; readonly revision: number; readonly editFrom: Date }[]>;
  /** The card shows this revision; a change made meanwhile keeps it stale. */
  markFresh(id: string, revision: number): Promise<void>;
  /** The card is gone in Discord: forget its place, so that it is posted anew unless the alert is decided. */
  cardGone(id: string, at: Date): Promise<void>;
}

/** Flags by message, through keyed hashes. */
export interface Flags {
  /** Marks every flag of these messages deleted and their cards stale; answers how many were not yet marked. */
  markDeleted(guildId: Snowflake, messageIds: readonly Snowflake[], at: Date): Promise<number>;
  /** Flagged messages of a channel that are kept and not deleted as far as is known, oldest first. */
  undeleted(guildId: Snowflake, channelId: Snowflake): Promise<readonly Snowflake[]>;
  /**
   * Erases the text and ids of flags past their retention; answers how many. Their cards go stale, their `text` reads as
   * undefined, their ids as `ERASED_ID`, their reasons as none. Fingerprints of closed campaigns go. Tallies and labels go after
   * `countsBefore`, audit rows after `auditBefore`. What was erased stands in the audit log.
   */
  eraseExpired(guildId: Snowflake, limits: RetentionLimits): Promise<number>;
  /** Communities with flags or counts, in the settings or not, by age: all that retention has to look at. */
  communities(): Promise<readonly Snowflake[]>;
  /** Posted in this community since `since`: for the hourly cap. */
  postedSince(guildId: Snowflake, since: Date): Promise<number>;
}

/** Moments before which things go. */
export interface RetentionLimits {
  readonly deletedBefore: Date;
  readonly textBefore: Date;
  readonly confirmedBefore: Date;
  readonly countsBefore: Date;
  readonly auditBefore: Date;
  /** When this is done: for the audit log, and for campaigns that are over. */
  readonly now: Date;
}

/** Reports that are owed or posted, one a community and period, by their ids. */
export interface ReportPosts {
  /** `first` for the one caller that may post it without looking for it; of one claimed before, where it stands. */
  claim(guildId: Snowflake, id: string, at: Date): Promise<'first' | 'tried' | 'posted'>;
  markPosted(guildId: Snowflake, id: string, card: CardPlace, at: Date): Promise<void>;
  /** Every report that was claimed, in the order of their ids. */
  list(guildId: Snowflake): Promise<readonly { readonly id: string; readonly isPosted: boolean }[]>;
}

/** Who may run as the bot: one holder at a time. */
export interface Lease {
  /** True if free, expired at `now`, or already ours. */
  acquire(name: string, holder: string, now: Date, ttlMs: number): Promise<boolean>;
  /** Who acquired it last and did not release it, expired or not. */
  holder(name: string): Promise<string | undefined>;
  release(name: string, holder: string): Promise<void>;
}

/** Everything the database knows. Both dialects pass test/store/store.contract.ts. */
export interface Store {
  readonly ledger: Ledger;
  readonly counts: Counts;
  readonly cardScores: CardScores;
  readonly alerts: Alerts;
  readonly staleCards: StaleCards;
  readonly overflow: Overflow;
  readonly flags: Flags;
  readonly reportPosts: ReportPosts;
  readonly lease: Lease;
  readonly audit: Audit;
  readonly reviews: Reviews;
  readonly asks: Asks;
  readonly secondReviews: SecondReviews;
  readonly pauses: Pauses;
  readonly erasure: Erasure;
  readonly packBlobs: PackBlobs;
  readonly publications: Publications;
  readonly packTrials: PackTrials;
  readonly lessons: Lessons;
  close(): Promise<void>;
}
