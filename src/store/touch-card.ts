import type { WriteRows } from './connection.js';

/**
 * How long a card may lag behind its count, in milliseconds: what arrives meanwhile is shown with one edit, so that hundreds
 * of copies do not make hundreds of edits.
 */
export const COUNT_UP_AFTER_MS = 10_000;

/** Marks a card whose count has changed. An edit that is owed already is not put off. */
export async function touchCard(trx: WriteRows, id: string, at: Date): Promise<void> {
  await trx
    .updateTable('flag')
    .set((row) => ({
      revision: row('revision', '+', 1),
      changed_at: row
        .case()
        .when('shown_revision', '<', row.ref('revision'))
        .then(row.ref('changed_at'))
        .else(at.getTime() + COUNT_UP_AFTER_MS)
        .end(),
    }))
    .where('id', '=', id)
    .execute();
}
