import type { Category, Level } from '../assess/assessment.js';
import type { VerdictKind } from '../domain/alert.js';
import type { PackTrial } from '../domain/pack-trial.js';
import type { Publication } from '../domain/publication.js';

/** The tables of published packs, of trials, and of what verdicts teach. */
export interface PackTables {
  readonly pack_blob: PackBlobTable;
  readonly pack_publication: PackPublicationTable;
  readonly pack_proposal: PackProposalTable;
  readonly pack_trial: PackTrialTable;
  readonly pack_difference: PackDifferenceTable;
  readonly verdict_lesson: VerdictLessonTable;
}

/** One pack, immutable: the gzipped archive in base64, by the hash of what is in it. */
export interface PackBlobTable {
  readonly hash: string;
  readonly pack: string;
  readonly archive: string;
  readonly kept_at: number;
}

/** Publications in their order; the last one's pack is the active one. Who and why are sealed. */
export interface PackPublicationTable {
  readonly number: number;
  readonly kind: Publication['kind'];
  readonly hash: string;
  readonly pack: string;
  readonly at: number;
  /** JSON list of lines. */
  readonly changes: string;
  readonly previous: string | null;
  readonly sealed: string;
}

export interface PackProposalTable {
  readonly hash: string;
  readonly pack: string;
  readonly at: number;
  readonly changes: string;
  readonly revision: number;
  readonly sealed: string;
}

export interface PackTrialTable {
  readonly id: string;
  readonly kind: PackTrial['kind'];
  readonly hash: string;
  readonly pack: string;
  readonly against: string;
  readonly source: string;
  readonly started_at: number;
  readonly ended_at: number | null;
  /** The same word for every trial that runs beside the bot, so that there is one; null once it ended. */
  readonly running: string | null;
  readonly compared: number;
  readonly gained: number;
  readonly lost: number;
  readonly moved: number;
}

export interface PackDifferenceTable {
  readonly trial_id: string;
  readonly key_hash: string;
  readonly language: string;
  readonly category: Category | null;
  readonly was: Level;
  readonly now: Level;
  /** The link, sealed; null where none is kept. */
  readonly sealed: string | null;
  readonly expires_at: number;
}

/** What a verdict teaches: labels of the pack, no text and no ids but the flag's own random one. */
export interface VerdictLessonTable {
  readonly flag_id: string;
  readonly guild_id: string;
  readonly language: string;
  readonly category: Category;
  readonly score: number;
  readonly pack: string;
  readonly verdict: VerdictKind;
  readonly verdict_at: number;
  /** JSON list of `{kind, role, gloss}`. */
  readonly labels: string;
}
