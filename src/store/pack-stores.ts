import type { Category } from '../assess/assessment.js';
import type { VerdictKind } from '../domain/alert.js';
import type { PackDifference, PackTrial, TrialCounts } from '../domain/pack-trial.js';
import type { ActivePack, Proposal, Publication } from '../domain/publication.js';
import type { Snowflake } from '../domain/snowflake.js';

/** Packs as immutable archives, by the hash of their content. */
export interface PackBlobs {
  /** Keeps an archive and answers its hash; keeping it again changes nothing. */
  keep(archive: Uint8Array, pack: string, at: Date): Promise<string>;
  /** Undefined for an unknown hash. Throws DamagedDatabaseError when it is not what was kept under this hash. */
  read(hash: string): Promise<Uint8Array | undefined>;
  /** Every pack that is kept, oldest first. */
  list(): Promise<readonly { readonly hash: string; readonly pack: string }[]>;
}

/** Which pack is active, and how it came to be. */
export interface Publications {
  active(): Promise<ActivePack>;
  /**
   * Makes a kept pack the active one, if `revision` still is the newest: of two at once one wins, and the other is answered
   * undefined. Closes all proposals and ends the shadow, because they compare themselves with a pack that is active no longer.
   */
  activate(publication: Omit<Publication, 'number'>, revision: number): Promise<Publication | undefined>;
  /** Oldest first. Throws DamagedDatabaseError for a row that was altered. */
  list(): Promise<readonly Publication[]>;
  /** Proposes a kept pack to a second person; replaces an earlier proposal of the same pack. */
  propose(proposal: Proposal): Promise<void>;
  /** Open proposals, oldest first. */
  proposals(): Promise<readonly Proposal[]>;
}

/** Comparisons of candidate packs: counts in the clear, links sealed and gone after their time. */
export interface PackTrials {
  /** Begins a trial; false for a shadow where one runs already. */
  begin(trial: Omit<PackTrial, 'endedAt'>): Promise<boolean>;
  /** The shadow that runs beside the bot. */
  running(): Promise<PackTrial | undefined>;
  /** Adds to what was compared; a message that is known to this trial is not counted as a difference again. Nothing once it ended. */
  note(id: string, noted: NotedDifferences): Promise<void>;
  /** False when it had ended. */
  end(id: string, at: Date): Promise<boolean>;
  /** Takes back a trial that was broken off. */
  drop(id: string): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly (PackTrial & TrialCounts)[]>;
  /** The differences that are still kept, in the order of their keys; at most the first {@link MOST_DIFFERENCES} were. */
  differences(id: string): Promise<readonly Omit<PackDifference, 'key'>[]>;
  /** Forgets differences past their time; answers how many. */
  eraseExpired(now: Date): Promise<number>;
}

/** Differences of one trial that are kept one by one, with their links; what exceeds this is only counted. */
export const MOST_DIFFERENCES = 5_000;

export interface NotedDifferences {
  /** Messages that both packs assessed since the last note. */
  readonly compared: number;
  readonly differences: readonly PackDifference[];
  /** When the differences go; their counts stay. */
  readonly expiresAt: Date;
}

/** What a reason is called in the pack: never the words that a member wrote. */
export interface ReasonLabel {
  readonly kind: 'term' | 'pattern' | 'cue';
  readonly role: string;
  /** English, from the pack. */
  readonly gloss: string;
}

/** A verdict with what the assessment rested on. No text, no ids of author, channel or message. */
export interface Lesson {
  readonly guildId: Snowflake;
  readonly language: string;
  readonly category: Category;
  readonly score: number;
  readonly pack: string;
  readonly verdict: VerdictKind;
  readonly at: Date;
  readonly labels: readonly ReasonLabel[];
}

/** A flagged text and what moderators said of it. */
export interface DecidedText extends Pick<Lesson, 'at' | 'category' | 'language' | 'verdict'> {
  readonly text: string;
  /** Stands for the community in what leaves the database: a keyed hash of its id. */
  readonly community: string;
}

/** What moderators' verdicts teach. */
export interface Lessons {
  /** Notes the labels of verdicts that are not noted yet, while their reasons are still there; answers how many. Repeat-safe. */
  keep(guildId: Snowflake): Promise<number>;
  /** Verdicts of a community, oldest first. */
  list(guildId: Snowflake, since: Date): Promise<readonly Lesson[]>;
  /** Texts of decided alerts that are not erased yet. Only for an operator whom Discord permitted to learn from messages. */
  texts(guildId: Snowflake): Promise<readonly DecidedText[]>;
  /** Forgets verdicts given before. */
  eraseBefore(guildId: Snowflake, before: Date): Promise<void>;
}
