import type { VerdictKind } from '../domain/alert.js';
import type { ReviewEventKind } from '../domain/review.js';

/** The tables of review, in the terms of {@link Schema}. */
export interface ReviewTables {
  readonly review_event: ReviewEventTable;
  readonly second_review: SecondReviewTable;
  readonly pause: PauseTable;
}

/** The history of a card; who and what they wrote are sealed. */
export interface ReviewEventTable {
  readonly flag_id: string;
  /** 0 for the first event of a flag. */
  readonly seq: number;
  readonly guild_id: string;
  readonly kind: ReviewEventKind;
  readonly at: number;
  readonly by: string;
  readonly note: string | null;
}

/** A decided alert that another person is asked about again. */
export interface SecondReviewTable {
  readonly flag_id: string;
  readonly guild_id: string;
  readonly due_at: number;
  readonly tried_at: number | null;
  readonly card_channel_id: string | null;
  readonly card_message_id: string | null;
  readonly verdict: VerdictKind | null;
  readonly verdict_at: number | null;
  readonly verdict_by: string | null;
  /** When its invitation was edited to say that it is settled. */
  readonly closed_at: number | null;
}

/** Communities that get no cards for now. */
export interface PauseTable {
  readonly guild_id: string;
  readonly paused_at: number;
  /** Sealed. */
  readonly paused_by: string;
  /** 1 where urgent cards wait, too. */
  readonly holds_urgent: number;
}
