import type { Alert, CardPlace, Verdict, VerdictKind } from '../domain/alert.js';
import type { Mark, MarkingKind, ReviewEvent } from '../domain/review.js';
import type { Snowflake } from '../domain/snowflake.js';

/** What the team does with alerts beside deciding them. Whatever happens is kept with who, when and why, until the alert goes, and stands in the audit log. */
export interface Reviews {
  /** Marks the alert, and makes its card stale; `won` is false where it was in no state for it: somebody was faster. Undefined for one that is not held. */
  mark(
    id: string,
    event: ReviewEvent<MarkingKind>,
  ): Promise<{ readonly won: boolean; readonly alert: Alert } | undefined>;
  /** Makes the card stale without a change, so that it is edited. */
  touch(id: string): Promise<void>;
  /** Adds to the history what was done in Discord. */
  note(id: string, event: ReviewEvent): Promise<void>;
  /** What happened to an alert by somebody's hand, oldest first. */
  history(id: string): Promise<readonly ReviewEvent[]>;
  /** How many messages this member has reported since. */
  reportsBy(guildId: Snowflake, member: Snowflake, since: Date): Promise<number>;
}

/** Readers who are to be asked about an alert, each alert once: an outbox beside that of the cards. */
export interface Asks {
  /** Asked for and not posted, oldest first. */
  due(guildId: Snowflake, limit: number): Promise<readonly Alert[]>;
  /** False if it had been tried before: then look for it first. */
  markTried(id: string, at: Date): Promise<boolean>;
  markPosted(id: string, at: Date): Promise<void>;
}

/** A decided alert that waits to be asked about again. Carries neither text nor verdict. */
export interface SecondReview {
  readonly id: string;
  readonly language: string;
  readonly dueAt: Date;
  readonly wasTried: boolean;
}

/** Decided alerts that another person is asked about again, without knowing the verdict; owed since they were decided. */
export interface SecondReviews {
  /** Whose time has come and that were not posted, oldest first; erased ones never are. */
  due(guildId: Snowflake, now: Date, limit: number): Promise<readonly SecondReview[]>;
  markTried(id: string, at: Date): Promise<void>;
  markPosted(id: string, card: CardPlace): Promise<void>;
  /** Whose invitation stands open although the opinion is given, or the text is gone. */
  settled(guildId: Snowflake, limit: number): Promise<readonly (SecondReview & { readonly card: CardPlace })[]>;
  markClosed(id: string, at: Date): Promise<void>;
  /** Stores the second verdict if there is none. */
  decide(id: string, verdict: Verdict): Promise<'won' | 'decided' | 'not-asked'>;
  /** First and second verdicts of alerts whose second verdict fell into the period. */
  pairs(
    guildId: Snowflake,
    period: { readonly from: Date; readonly to: Date },
  ): Promise<readonly { readonly first: VerdictKind; readonly second: VerdictKind }[]>;
}

/** Since when, by whom and how far a community gets no cards. */
export interface Pause extends Mark {
  readonly holdsUrgent: boolean;
}

/** Communities that get no new cards for now. What is flagged meanwhile is kept, and due when the pause ends. */
export interface Pauses {
  find(guildId: Snowflake): Promise<Pause | undefined>;
  /** Begins a pause, or replaces the one there is. */
  pause(guildId: Snowflake, pause: Pause): Promise<void>;
  /** False if there was none. */
  resume(guildId: Snowflake, mark: Mark): Promise<boolean>;
}
