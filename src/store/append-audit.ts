import type { AuditEntry } from '../domain/audit.js';
import { BEGINNING, chainOf, checkDetail, hashRow, isSealed, sealEnd } from './audit-chain.js';
import { nameActor, pseudonymFor } from './audit-subject.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import type { AuditChainTable } from './schema.js';

/**
 * Writes an act into the log within the transaction of the act itself, so that there is never one without the other.
 *
 * Call it last in the transaction: other writers of this community's log wait for it. Throws RangeError for a detail that
 * holds an id or a long text.
 */
export async function appendAudit(trx: WriteRows, cipher: Cipher, entry: AuditEntry): Promise<void> {
  const end = await takeTurn(trx, cipher, chainOf(entry.guildId));
  const isIntact = isSealed(end, cipher);
  const noticed: AuditEntry = {
    guildId: entry.guildId,
    at: entry.at,
    actor: 'didbon',
    action: 'alteration-noticed',
    detail: { after: end.last_seq },
  };
  // Whoever altered the log must not be covered by the next row, nor may they stop moderators from deciding.
  const reached = isIntact ? end : await addRow(trx, cipher, end, noticed);
  const last = await addRow(trx, cipher, reached, entry);
  await trx
    .updateTable('audit_chain')
    .set({ last_seq: last.last_seq, last_hash: last.last_hash, seal: sealEnd(last, cipher) })
    .where('chain', '=', last.chain)
    .execute();
}

/** The end of the chain, which no other transaction can reach until this one ends, in either dialect: they update the same row. */
async function takeTurn(trx: WriteRows, cipher: Cipher, chain: string): Promise<AuditChainTable> {
  const empty = { chain, last_seq: 0, last_hash: BEGINNING, first_seq: 1 };
  return trx
    .insertInto('audit_chain')
    .values({ ...empty, seal: sealEnd(empty, cipher) })
    .onConflict((conflict) =>
      conflict.column('chain').doUpdateSet((row) => ({ last_seq: row.ref('audit_chain.last_seq') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function addRow(
  trx: WriteRows,
  cipher: Cipher,
  end: AuditChainTable,
  { at, actor, action, subject, detail = {} }: AuditEntry,
): Promise<AuditChainTable> {
  const place = { chain: end.chain, cipher };
  const row = {
    chain: end.chain,
    seq: end.last_seq + 1,
    at: at.getTime(),
    actor: await nameActor(trx, place, actor),
    action,
    subject_kind: subject?.kind ?? null,
    subject: subject === undefined ? null : await pseudonymFor(trx, place, subject),
    detail: JSON.stringify(checkDetail(detail)),
    previous_hash: end.last_hash,
  };
  const hash = hashRow(row);
  await trx
    .insertInto('audit_entry')
    .values({ ...row, hash })
    .execute();
  return { ...end, last_seq: row.seq, last_hash: hash };
}
