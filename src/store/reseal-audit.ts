import { isSealed, sealEnd } from './audit-chain.js';
import { resealSubject } from './audit-subject.js';
import type { WriteRows } from './connection.js';
import type { Ciphers } from './reseal-flags.js';

/** Seals the keys of all pseudonyms and the ends of all logs anew. The rows of a log hold no ciphertext and stay as they are. */
export async function resealAudit(trx: WriteRows, { from, to }: Ciphers): Promise<void> {
  for (const row of await trx.selectFrom('audit_subject').selectAll().execute())
    await trx
      .updateTable('audit_subject')
      .set(resealSubject(row, from, to))
      .where('subject_hash', '=', row.subject_hash)
      .execute();
  for (const end of await trx.selectFrom('audit_chain').selectAll().execute()) {
    // An end that was altered keeps its old seal, and so goes on telling.
    if (!isSealed(end, from)) continue;
    await trx
      .updateTable('audit_chain')
      .set({ seal: sealEnd(end, to) })
      .where('chain', '=', end.chain)
      .execute();
  }
}
