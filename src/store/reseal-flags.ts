import { printOf } from './campaign-prints.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import { toAlert, toFlagRow } from './flag-row.js';
import type { FlagTable } from './schema.js';
import { unlessDamaged } from './unless-damaged.js';

const PAGE = 200;

/** From one key to another. */
export interface Ciphers {
  readonly from: Cipher;
  readonly to: Cipher;
}

/** Seals and hashes what every flag says of its message anew. One that cannot be read stays as it is and is counted. */
export async function resealFlags(
  trx: WriteRows,
  ciphers: Ciphers,
  onProgress?: (flags: number) => void,
): Promise<{ readonly flags: number; readonly unreadable: number }> {
  let flags = 0;
  let unreadable = 0;
  for (let after = ''; ; ) {
    const rows = await trx
      .selectFrom('flag')
      .selectAll()
      .where('sealed', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return { flags, unreadable };
    after = last.id;
    for (const row of rows) {
      const sealed = reseal(row, ciphers);
      if (sealed === undefined) unreadable += 1;
      else await trx.updateTable('flag').set(sealed).where('id', '=', row.id).execute();
    }
    flags += rows.length;
    onProgress?.(flags);
  }
}

/** Undefined where somebody altered the row. */
function reseal(row: FlagTable, { from, to }: Ciphers): Partial<FlagTable> | undefined {
  // Names are sealed anew as columns of their own, and must not be in the way here.
  const read = unlessDamaged(() => toAlert({ ...row, verdict: null, marks: null }, from));
  if (read === undefined) return undefined;
  const { flag, dueAt } = read;
  const anew = toFlagRow(flag, dueAt, to);
  const { flag_hash, message_hash, author_hash, channel_hash, sealed, reported_by, reporter_hash } = anew;
  const text_hash = row.text_hash === null ? null : printOf(flag, to).textHash;
  return { flag_hash, message_hash, author_hash, channel_hash, text_hash, sealed, reported_by, reporter_hash };
}
