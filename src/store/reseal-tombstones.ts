import type { WriteRows } from './connection.js';
import type { Ciphers } from './reseal-flags.js';
import { openTombstone, sealTombstone } from './tombstones.js';

/** Seals and hashes anew what was forgotten. */
export async function resealTombstones(trx: WriteRows, { from, to }: Ciphers): Promise<void> {
  for (const row of await trx.selectFrom('erasure').selectAll().execute())
    await trx
      .updateTable('erasure')
      .set(sealTombstone(openTombstone(row, from), to))
      .where('subject_hash', '=', row.subject_hash)
      .execute();
}
