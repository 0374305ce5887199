import { ERASED_ID } from '../domain/erasure.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import { forgetInMarks } from './forget-in-marks.js';
import { openCell, PERSON_COLUMNS, readCells, type SealedCell, writeCell } from './sealed-columns.js';

/** Takes a member of the team out of what they decided; the decision stays. Answers in how many places they stood. */
export async function forgetPerson(
  trx: WriteRows,
  cipher: Cipher,
  guildId: Snowflake,
  person: Snowflake,
): Promise<number> {
  let found = 0;
  for (const column of PERSON_COLUMNS) {
    const cells: SealedCell[] = [];
    for await (const cell of readCells(trx, column, guildId))
      if (openCell(column, cell, cipher) === person) cells.push(cell);
    for (const cell of cells) {
      const erased = column.whenForgotten === 'nobody' ? null : cipher.seal(column.place(cell.key), ERASED_ID);
      await writeCell(trx, column, cell, erased);
      if (column.table === 'flag') await makeStale(trx, String(cell.key['id']));
    }
    found += cells.length;
  }
  await forgetReports(trx, cipher, guildId, person);
  return found + (await forgetInMarks(trx, cipher, guildId, person));
}

/** What they reported stays; that it was they does not. */
async function forgetReports(trx: WriteRows, cipher: Cipher, guildId: Snowflake, person: Snowflake): Promise<void> {
  await trx
    .updateTable('flag')
    .set({ reported_by: null, reporter_hash: null })
    .where('guild_id', '=', guildId)
    .where('reporter_hash', '=', cipher.hash('author', person))
    .execute();
}

/** The card must name them no longer. */
async function makeStale(trx: WriteRows, flagId: string): Promise<void> {
  await trx
    .updateTable('flag')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', flagId)
    .execute();
}
