import type { WriteRows } from './connection.js';
import type { Ciphers } from './reseal-flags.js';
import { openTombstone, sealTombstone } from './tombstones.js';
import { unlessDamaged } from './unless-damaged.js';

/** Seals and hashes anew what was forgotten; answers how many could not be read, and stay as they are. */
export async function resealTombstones(trx: WriteRows, { from, to }: Ciphers): Promise<number> {
  let unreadable = 0;
  for (const row of await trx.selectFrom('erasure').selectAll().execute()) {
    const anew = unlessDamaged(() => sealTombstone(openTombstone(row, from), to));
    if (anew === undefined) unreadable += 1;
    else await trx.updateTable('erasure').set(anew).where('subject_hash', '=', row.subject_hash).execute();
  }
  return unreadable;
}
