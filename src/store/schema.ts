import type { Generated } from 'kysely';
import type { Level, NotAssessed, Polarity } from '../assess/assessment.js';
import type { VerdictKind } from '../domain/alert.js';
import type { AuditAction, AuditSubjectKind } from '../domain/audit.js';
import type { GapReason } from '../domain/coverage.js';
import type { ErasedKind } from '../domain/erasure.js';
import type { FlagCategory } from '../domain/flag.js';
import type { PackTables } from './pack-schema.js';
import type { ReviewTables } from './review-schema.js';

/**
 * The tables, as both dialects keep them.
 *
 * Ends of ranges and other ids that must be ordered are zero-padded to 20 digits, so that text order is the order of age in
 * both dialects. Moments are milliseconds since 1970 as whole numbers.
 */
export interface Schema extends PackTables, ReviewTables {
  readonly meta: MetaTable;
  readonly channel: ChannelTable;
  readonly coverage: CoverageTable;
  readonly gap: GapTable;
  readonly late_message: LateMessageTable;
  readonly tally: TallyTable;
  readonly community: CommunityTable;
  readonly flag: FlagTable;
  readonly campaign: CampaignTable;
  readonly campaign_band: CampaignBandTable;
  readonly overflow: OverflowTable;
  readonly report_post: ReportPostTable;
  readonly lease: LeaseTable;
  readonly audit_entry: AuditEntryTable;
  readonly audit_chain: AuditChainTable;
  readonly audit_subject: AuditSubjectTable;
  readonly erasure: ErasureTable;
}

/** Facts about the database itself, such as the key check value. */
export interface MetaTable {
  readonly name: string;
  readonly value: string;
}

/** One row a channel: whoever changes its ledger updates this row first, so that two writers take turns. */
export interface ChannelTable {
  readonly channel_id: string;
  readonly guild_id: string;
  readonly changes: number;
}

export interface CoverageTable {
  readonly channel_id: string;
  readonly guild_id: string;
  readonly from_id: string;
  readonly to_id: string;
}

export interface GapTable extends CoverageTable {
  readonly reason: GapReason;
  readonly named_at: number;
}

/** Messages counted out of order, so that their second arrival is not counted. */
export interface LateMessageTable {
  readonly channel_id: string;
  readonly message_id: string;
  readonly guild_id: string;
  readonly counted_at: number;
}

export interface TallyTable {
  readonly guild_id: string;
  readonly channel_id: string;
  readonly day: string;
  readonly language: string;
  readonly outcome: Level | NotAssessed;
  readonly count: number;
}

export interface CommunityTable {
  readonly guild_id: string;
  /** Messages whose tallies have passed their retention. */
  readonly retired_count: number;
  /** Since when the bot has not been there; null while it is. */
  readonly left_at: number | null;
  /** Cards that got a number so far. */
  readonly cards: Generated<number>;
}

/** A flag and its row in the outbox. What says who or what was flagged is in `sealed` and the keyed hashes; all of these are null once erased. */
export interface FlagTable {
  readonly id: string;
  readonly guild_id: string;
  readonly flag_hash: string | null;
  readonly message_hash: string | null;
  readonly author_hash: string | null;
  readonly channel_hash: string | null;
  readonly sealed: string | null;
  readonly language: string;
  readonly language_probability: number;
  readonly level: Level;
  readonly score: number;
  readonly category: FlagCategory;
  readonly polarity: Polarity;
  readonly pack: string;
  readonly flagged_at: number;
  readonly deleted_at: number | null;
  readonly due_at: number;
  readonly tried_at: number | null;
  readonly posted_at: number | null;
  readonly card_channel_id: string | null;
  readonly card_message_id: string | null;
  readonly verdict: VerdictKind | null;
  readonly verdict_at: number | null;
  readonly verdict_by: string | null;
  /** The first of two persons who confirm, sealed. */
  readonly supported_by: string | null;
  /** Goes up with each change that the card should show. */
  readonly revision: number;
  readonly shown_revision: number;
  readonly changed_at: number;
  /** What the team said short of a verdict, sealed as one. */
  readonly marks: string | null;
  /** A hold is among the marks: what retention must know without opening them. */
  readonly held_at: number | null;
  /** Readers are to be asked: an outbox of its own. */
  readonly asked_at: number | null;
  readonly ask_tried_at: number | null;
  readonly ask_posted_at: number | null;
  /** The member who reported the message, sealed. */
  readonly reported_by: string | null;
  readonly reporter_hash: string | null;
  /** The campaign it belongs to; null where it belongs to none, and once it was erased. */
  readonly campaign_id: string | null;
  /** The flag whose card stands for this one, too; null for a flag with a card of its own. */
  readonly head_id: string | null;
  /** Keyed hash of its wording. */
  readonly text_hash: string | null;
  /** The number of its card within the community; null without a card of its own. */
  readonly number: number | null;
}

export interface CampaignTable {
  /** The same as its first flag's. */
  readonly id: string;
  readonly guild_id: string;
  /** The fingerprint of its first text; null once the campaign is closed. */
  readonly sealed: string | null;
  /** The flag whose card pings. */
  readonly urgent_id: string | null;
  readonly closes_at: number;
}

/** One keyed band of an open campaign's fingerprint. */
export interface CampaignBandTable {
  readonly band_hash: string;
  readonly campaign_id: string;
}

/** The card of a community that says how many alerts wait; no row while none does. */
export interface OverflowTable {
  readonly guild_id: string;
  readonly opened_at: number;
  readonly card_channel_id: string | null;
  readonly card_message_id: string | null;
  /** The number that it shows. */
  readonly shown: number;
  readonly shown_at: number;
}

export interface ReportPostTable {
  readonly guild_id: string;
  readonly period: string;
  readonly tried_at: number;
  readonly posted_at: number | null;
  readonly card_channel_id: string | null;
  readonly card_message_id: string | null;
}

export interface LeaseTable {
  readonly name: string;
  readonly holder: string;
  readonly expires_at: number;
}

/** One act. Rows are added at the end of their chain and removed from its beginning, never changed. */
export interface AuditEntryTable {
  /** The community's id; empty for what concerns the whole installation. */
  readonly chain: string;
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject_kind: AuditSubjectKind | null;
  readonly subject: string | null;
  readonly detail: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Where a chain ends, sealed: without the key nobody can shorten it or write it anew. Writers of the chain take turns on this row. */
export interface AuditChainTable {
  readonly chain: string;
  readonly last_seq: number;
  readonly last_hash: string;
  /** The oldest row that is kept. */
  readonly first_seq: number;
  readonly seal: string;
}

/** The key of one pseudonym, sealed with the id that it stands for. Without this row nothing leads from the pseudonym to the id. */
export interface AuditSubjectTable {
  readonly subject_hash: string;
  readonly chain: string;
  readonly pseudonym: string;
  readonly sealed: string;
}

/** What was forgotten on request, so that it is not flagged again and does not come back with a backup. */
export interface ErasureTable {
  readonly subject_hash: string;
  /** Empty for a whole community: its id stands in no clear column any more. */
  readonly guild_id: string;
  readonly kind: ErasedKind | 'guild';
  readonly sealed: string;
  readonly at: number;
}
