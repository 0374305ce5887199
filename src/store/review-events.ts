import type { AuditAction, AuditEntry } from '../domain/audit.js';
import type { ReviewEvent, ReviewEventKind } from '../domain/review.js';
import { toSnowflake } from '../domain/snowflake.js';
import { appendAudit } from './append-audit.js';
import type { Cipher } from './cipher.js';
import type { ReadRows, WriteRows } from './connection.js';
import type { FlagTable } from './schema.js';

type EventFlag = Pick<FlagTable, 'id' | 'guild_id' | 'category' | 'level' | 'language'>;

/**
 * Adds a line to the history of a flag, and to the audit log. The caller has changed the flag's row in this transaction, so
 * that two lines never get the same number. Call it last: other writers of the log wait for it.
 */
export async function addEvent(trx: WriteRows, flag: EventFlag, event: ReviewEvent, cipher: Cipher): Promise<void> {
  const { count: seq } = await trx
    .selectFrom('review_event')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('flag_id', '=', flag.id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('review_event')
    .values({
      flag_id: flag.id,
      seq,
      guild_id: flag.guild_id,
      kind: event.kind,
      at: event.at.getTime(),
      by: cipher.seal(placeOf(flag.id, seq, 'by'), event.by),
      note: event.note === undefined ? null : cipher.seal(placeOf(flag.id, seq, 'note'), event.note),
    })
    .execute();
  await appendAudit(trx, cipher, toAuditEntry(flag, event));
}

const AUDITED: Readonly<Record<ReviewEventKind, AuditAction>> = {
  claimed: 'claim',
  released: 'release',
  unsure: 'unsure',
  asked: 'ask-reader',
  held: 'hold',
  unheld: 'unhold',
  supported: 'support',
  confirmed: 'verdict',
  'false-alarm': 'verdict',
  'second-confirmed': 'verdict',
  'second-false-alarm': 'verdict',
  'message-deleted': 'delete-message',
  'author-timed-out': 'timeout-author',
};

/** What of an event stands in the audit log: labels, and nothing that anybody wrote. */
function toAuditEntry(flag: EventFlag, { kind, by, at, note }: ReviewEvent): AuditEntry {
  const { category, level, language } = flag;
  const action = AUDITED[kind];
  const isSecond = kind.startsWith('second-');
  const verdict = isSecond ? kind.slice('second-'.length) : kind;
  return {
    guildId: toSnowflake(flag.guild_id),
    at,
    actor: by,
    action,
    subject: { kind: 'alert', id: flag.id },
    detail: {
      ...(action === 'verdict' && { verdict, ...(isSecond && { opinion: 'second' }), category, level, language }),
      ...(kind === 'author-timed-out' && { minutes: Number(note) }),
    },
  };
}

/** The history of a flag, oldest first. */
export async function readEvents(db: ReadRows, flagId: string, cipher: Cipher): Promise<readonly ReviewEvent[]> {
  const rows = await db.selectFrom('review_event').selectAll().where('flag_id', '=', flagId).orderBy('seq').execute();
  return rows.map((row) => ({
    kind: row.kind,
    at: new Date(row.at),
    by: toSnowflake(cipher.open(placeOf(flagId, row.seq, 'by'), row.by)),
    note: row.note === null ? undefined : cipher.open(placeOf(flagId, row.seq, 'note'), row.note),
  }));
}

function placeOf(flagId: string, seq: number, column: 'by' | 'note'): string {
  return `review_event/${flagId}/${seq}/${column}`;
}
