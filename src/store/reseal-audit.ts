import { isSealed, sealEnd } from './audit-chain.js';
import { resealSubject } from './audit-subject.js';
import type { WriteRows } from './connection.js';
import type { Ciphers } from './reseal-flags.js';
import { unlessDamaged } from './unless-damaged.js';

/**
 * Seals the keys of all pseudonyms and the ends of all logs anew; answers how many keys could not be read, and stay as they are.
 * The rows of a log hold no ciphertext and stay as they are, too.
 */
export async function resealAudit(trx: WriteRows, { from, to }: Ciphers): Promise<number> {
  let unreadable = 0;
  for (const row of await trx.selectFrom('audit_subject').selectAll().execute()) {
    const anew = unlessDamaged(() => resealSubject(row, from, to));
    if (anew === undefined) unreadable += 1;
    else await trx.updateTable('audit_subject').set(anew).where('subject_hash', '=', row.subject_hash).execute();
  }
  for (const end of await trx.selectFrom('audit_chain').selectAll().execute()) {
    // An end that was altered keeps its old seal, and so goes on telling.
    if (!isSealed(end, from)) continue;
    await trx
      .updateTable('audit_chain')
      .set({ seal: sealEnd(end, to) })
      .where('chain', '=', end.chain)
      .execute();
  }
  return unreadable;
}
