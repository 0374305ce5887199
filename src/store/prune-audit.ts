import { isSealed, sealEnd } from './audit-chain.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';

/**
 * Drops a chain's rows from before this moment, from its beginning on, and keys that no row needs any more. What is left
 * verifies. Call it last in the transaction. A chain that was altered is left as it is until the next row says so.
 */
export async function pruneAudit(trx: WriteRows, cipher: Cipher, chain: string, before: Date): Promise<void> {
  const end = await trx
    .updateTable('audit_chain')
    .set((row) => ({ last_seq: row.ref('last_seq') }))
    .where('chain', '=', chain)
    .returningAll()
    .executeTakeFirst();
  if (end === undefined || !isSealed(end, cipher)) return;
  const oldest = await trx
    .selectFrom('audit_entry')
    .select('seq')
    .where('chain', '=', chain)
    .where('at', '>=', before.getTime())
    .orderBy('seq')
    .executeTakeFirst();
  const first_seq = oldest?.seq ?? end.last_seq + 1;
  if (first_seq <= end.first_seq) return;
  await trx.deleteFrom('audit_entry').where('chain', '=', chain).where('seq', '<', first_seq).execute();
  await trx
    .updateTable('audit_chain')
    .set({ first_seq, seal: sealEnd({ ...end, first_seq }, cipher) })
    .where('chain', '=', chain)
    .execute();
  await dropUnusedKeys(trx, chain);
}

async function dropUnusedKeys(trx: WriteRows, chain: string): Promise<void> {
  await trx
    .deleteFrom('audit_subject')
    .where('chain', '=', chain)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_entry')
            .select('seq')
            .where('chain', '=', chain)
            .where(({ eb, or, ref }) =>
              or([
                eb('actor', '=', ref('audit_subject.pseudonym')),
                eb('subject', '=', ref('audit_subject.pseudonym')),
              ]),
            ),
        ),
      ),
    )
    .execute();
}
