import { type MarkingKind, type Marks, markWith, type ReviewEvent } from '../domain/review.js';
import { toSnowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { Connection, WriteRows } from './connection.js';
import { toAlert } from './flag-row.js';
import { holdCopies, releaseCopies } from './hold-copies.js';
import { takeKnownCommunityTurn } from './join-campaigns.js';
import { addEvent, readEvents } from './review-events.js';
import type { Reviews } from './review-store.js';
import type { FlagTable } from './schema.js';
import { sealMarks } from './seal-marks.js';

/** What the team does with alerts beside deciding them. */
export function createReviews(connection: Connection, cipher: Cipher): Reviews {
  return {
    mark: (id, event) => connection.transact((trx) => mark(trx, cipher, id, event)),
    touch: async (id) => {
      await connection.run((db) =>
        db
          .updateTable('flag')
          .set((row) => ({ revision: row('revision', '+', 1) }))
          .where('id', '=', id)
          .execute(),
      );
    },
    note: (id, event) =>
      connection.transact(async (trx) => {
        const row = await lockFlag(trx, id);
        if (row !== undefined) await addEvent(trx, row, event, cipher);
      }),
    history: (id) => connection.run((db) => readEvents(db, id, cipher)),
    reportsBy: (guildId, member, since) =>
      connection.run(async (db) => {
        const { count } = await db
          .selectFrom('flag')
          .select((row) => row.fn.countAll<number>().as('count'))
          .where('guild_id', '=', guildId)
          .where('reporter_hash', '=', cipher.hash('author', member))
          .where('flagged_at', '>=', since.getTime())
          .executeTakeFirstOrThrow();
        return count;
      }),
  };
}

async function mark(trx: WriteRows, cipher: Cipher, id: string, event: ReviewEvent<MarkingKind>) {
  const touchesCopies = event.kind === 'held' || event.kind === 'unheld';
  if (touchesCopies) await takeTurnOf(trx, id);
  const row = await lockFlag(trx, id);
  if (row === undefined) return undefined;
  const alert = toAlert(row, cipher);
  const standing = { marks: alert.marks ?? {}, isDecided: row.verdict !== null, isErased: row.sealed === null };
  const after = markWith(standing, event);
  if (after === undefined) return { won: false, alert };
  const marks = touchesCopies ? await markCopies(trx, row, after) : after;
  await trx
    .updateTable('flag')
    .set({ ...marksRow(id, marks, cipher), revision: row.revision + 1, changed_at: event.at.getTime() })
    .where('id', '=', id)
    .execute();
  await addEvent(trx, row, event, cipher);
  return { won: true, alert: { ...alert, marks } };
}

/** Whoever changes copies takes turns with whoever lets them join, move or go. */
async function takeTurnOf(trx: WriteRows, id: string): Promise<void> {
  const found = await trx.selectFrom('flag').select('guild_id').where('id', '=', id).executeTakeFirst();
  if (found !== undefined) await takeKnownCommunityTurn(trx, toSnowflake(found.guild_id));
}

/** A hold begins or ends for all messages of the card. */
async function markCopies(trx: WriteRows, row: FlagTable, marks: Marks): Promise<Marks> {
  if (marks.hold === undefined) {
    await releaseCopies(trx, row);
    return marks;
  }
  return { ...marks, hold: { ...marks.hold, copies: await holdCopies(trx, row, marks.hold.at) } };
}

/** The row, which no other writer changes until this transaction ends, in either dialect: it was updated. */
export async function lockFlag(trx: WriteRows, id: string): Promise<FlagTable | undefined> {
  return await trx
    .updateTable('flag')
    .set((row) => ({ revision: row.ref('revision') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

function marksRow(id: string, marks: Marks, cipher: Cipher) {
  return {
    marks: sealMarks(id, marks, cipher),
    held_at: marks.hold?.at.getTime() ?? null,
    asked_at: marks.asked?.at.getTime() ?? null,
  };
}
