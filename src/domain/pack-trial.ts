import { alerts, type Category, type Level } from '../assess/assessment.js';

/** A candidate pack compared with the one in force: over past messages (backtest) or beside the running bot (shadow). */
export interface PackTrial {
  readonly id: string;
  readonly kind: 'backtest' | 'shadow';
  /** Of the candidate's archive. */
  readonly hash: string;
  /** The candidate, as assessments name it. */
  readonly pack: string;
  /** The pack that it was compared with, likewise. */
  readonly against: string;
  /** What was read, in words: `7 days of a community`, `an export`, `live`. */
  readonly source: string;
  readonly startedAt: Date;
  /** Undefined while it runs. */
  readonly endedAt: Date | undefined;
}

/** What a trial came to so far. Counts outlive the differences themselves. */
export interface TrialCounts {
  /** Messages that both packs assessed. */
  readonly compared: number;
  /** Messages that alert with the candidate only. */
  readonly gained: number;
  /** Messages that alert without the candidate only. */
  readonly lost: number;
  /** Messages whose level differs otherwise: urgent or review, watch or none. */
  readonly moved: number;
}

/** A message that the two packs judge differently. Carries no text. */
export interface PackDifference {
  /** Names the message (and edit) within the trial, so that it counts once: a Discord id where there is one. */
  readonly key: string;
  readonly language: string;
  /** Of the pack that alerts; of the candidate where both or neither do. */
  readonly category: Category | null;
  readonly was: Level;
  readonly now: Level;
  /** Where the message can be opened; undefined where that is not known. */
  readonly link: string | undefined;
}

/** What a difference is counted as. */
export type DifferenceKind = 'gained' | 'lost' | 'moved';

/** Whether moderators would hear of a message that they do not hear of now, or the other way round. */
export function differenceKind({ was, now }: Pick<PackDifference, 'was' | 'now'>): DifferenceKind {
  if (alerts(was) === alerts(now)) return 'moved';
  return alerts(now) ? 'gained' : 'lost';
}
