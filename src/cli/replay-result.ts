import type { Malformed, ReplayAlert, ReplayCounts } from '../replay/replay.js';

/** The flags of `didbon replay`. */
export interface ReplayOptions {
  readonly json?: true;
  readonly alerts?: true;
  readonly showText?: true;
  readonly skipAuthor?: string;
  readonly pack?: string;
}

/** What a replay of some files came to. */
export interface ReplayResult {
  readonly files: readonly string[];
  readonly counts: ReplayCounts;
  /** The first damaged records; the rest are only counted. */
  readonly malformed: Malformed[];
  /** Exports that break off. */
  readonly truncated: { readonly file: string; readonly afterRecords: number; readonly atByte: number }[];
  /** With `--json --alerts`. */
  readonly alerts: ReplayAlert[];
  /** Whether there were more alerts than are held. */
  alertsCut: boolean;
}
