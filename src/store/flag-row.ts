import type { Reason } from '../assess/assessment.js';
import type { Alert, CardPlace, Verdict } from '../domain/alert.js';
import { ERASED_ID } from '../domain/erasure.js';
import type { Flag } from '../domain/flag.js';
import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { FlagTable } from './schema.js';
import { openMarks } from './seal-marks.js';

/** What is sealed of a flag: everything that says who was flagged, where, and for what words. */
interface Secrets {
  readonly channelId: string;
  readonly messageId: string;
  readonly authorId: string;
  readonly editedAt: number | null;
  readonly text: string | null;
  readonly reasons: readonly Reason[];
}

const ERASED: Secrets = {
  channelId: ERASED_ID,
  messageId: ERASED_ID,
  authorId: ERASED_ID,
  editedAt: null,
  text: null,
  reasons: [],
};

/** A new flag as a row that is due at `dueAt`. */
export function toFlagRow(flag: Flag, dueAt: Date, cipher: Cipher): FlagTable {
  const edit = flag.editedAt?.getTime() ?? 'first';
  return {
    id: flag.id,
    guild_id: flag.guildId,
    flag_hash: cipher.hash('flag', `${flag.messageId}:${edit}`),
    message_hash: cipher.hash('message', flag.messageId),
    author_hash: cipher.hash('author', flag.authorId),
    channel_hash: cipher.hash('channel', flag.channelId),
    sealed: cipher.seal(sealPlace(flag.id, 'sealed'), JSON.stringify(secretsOf(flag))),
    language: flag.language,
    language_probability: flag.languageProbability,
    level: flag.level,
    score: flag.score,
    category: flag.category,
    polarity: flag.polarity,
    pack: flag.pack,
    flagged_at: flag.flaggedAt.getTime(),
    deleted_at: flag.deletedAt?.getTime() ?? null,
    due_at: dueAt.getTime(),
    tried_at: null,
    posted_at: null,
    card_channel_id: null,
    card_message_id: null,
    verdict: null,
    verdict_at: null,
    verdict_by: null,
    supported_by: null,
    revision: 0,
    shown_revision: 0,
    changed_at: dueAt.getTime(),
    marks: null,
    held_at: null,
    asked_at: null,
    ask_tried_at: null,
    ask_posted_at: null,
    reported_by: flag.reportedBy ? sealPerson(flag.id, 'reported_by', flag.reportedBy, cipher) : null,
    reporter_hash: flag.reportedBy ? cipher.hash('author', flag.reportedBy) : null,
    campaign_id: null,
    head_id: null,
    text_hash: null,
    number: null,
  };
}

/** Reads a row. Throws DamagedDatabaseError when what it seals was sealed for another row. */
export function toAlert(row: FlagTable, cipher: Cipher): Alert {
  return {
    id: row.id,
    flag: toFlag(row, cipher),
    dueAt: new Date(row.due_at),
    triedAt: toDate(row.tried_at),
    card: toCardPlace(row),
    verdict: toVerdict(row, cipher),
    marks: openMarks(row.id, row.marks, cipher),
  };
}

/** Columns that hold the id of one person, not the author, sealed; `PERSON_COLUMNS` names those of the team. */
type PersonColumn = 'reported_by' | 'supported_by' | 'verdict_by';

/** Seals a person's id for this column of this flag's row alone. */
export function sealPerson(flagId: string, column: PersonColumn, id: Snowflake, cipher: Cipher): string {
  return cipher.seal(sealPlace(flagId, column), id);
}

/** Reads what `sealPerson` sealed. Throws DamagedDatabaseError when it was sealed for another row or column. */
export function openPerson(flagId: string, column: PersonColumn, sealed: string, cipher: Cipher): Snowflake {
  return toSnowflake(cipher.open(sealPlace(flagId, column), sealed));
}

/** The flagged message; undefined once it is erased. */
export function messageOf(row: Pick<FlagTable, 'id' | 'sealed'>, cipher: Cipher): Snowflake | undefined {
  return row.sealed === null ? undefined : toSnowflake(openSecrets(row, cipher).messageId);
}

function openSecrets(row: Pick<FlagTable, 'id' | 'sealed'>, cipher: Cipher): Secrets {
  // GCM vouches that this is what `toFlagRow` sealed for this very row, so its shape is known.
  return row.sealed === null ? ERASED : JSON.parse(cipher.open(sealPlace(row.id, 'sealed'), row.sealed));
}

function toFlag(row: FlagTable, cipher: Cipher): Flag {
  const secrets = openSecrets(row, cipher);
  return {
    id: row.id,
    guildId: toSnowflake(row.guild_id),
    channelId: toSnowflake(secrets.channelId),
    messageId: toSnowflake(secrets.messageId),
    authorId: toSnowflake(secrets.authorId),
    editedAt: toDate(secrets.editedAt),
    text: secrets.text ?? undefined,
    language: row.language,
    languageProbability: row.language_probability,
    level: row.level,
    score: row.score,
    category: row.category,
    polarity: row.polarity,
    reasons: secrets.reasons,
    pack: row.pack,
    flaggedAt: new Date(row.flagged_at),
    deletedAt: toDate(row.deleted_at),
    reportedBy: row.reported_by === null ? undefined : openPerson(row.id, 'reported_by', row.reported_by, cipher),
  };
}

function secretsOf(flag: Flag): Secrets {
  return {
    channelId: flag.channelId,
    messageId: flag.messageId,
    authorId: flag.authorId,
    editedAt: flag.editedAt?.getTime() ?? null,
    text: flag.text ?? null,
    reasons: flag.reasons,
  };
}

export function toCardPlace(row: Pick<FlagTable, 'card_channel_id' | 'card_message_id'>): CardPlace | undefined {
  if (row.card_channel_id === null || row.card_message_id === null) return undefined;
  return { channelId: toSnowflake(row.card_channel_id), messageId: toSnowflake(row.card_message_id) };
}

function toVerdict(row: FlagTable, cipher: Cipher): Verdict | undefined {
  if (row.verdict === null || row.verdict_at === null || row.verdict_by === null) return undefined;
  const by = openPerson(row.id, 'verdict_by', row.verdict_by, cipher);
  return { kind: row.verdict, by, at: new Date(row.verdict_at) };
}

function sealPlace(flagId: string, column: PersonColumn | 'sealed'): string {
  return `flag/${flagId}/${column}`;
}

function toDate(ms: number | null): Date | undefined {
  return ms === null ? undefined : new Date(ms);
}
