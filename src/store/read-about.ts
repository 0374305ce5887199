import type { AuditRecord, AuditSubject } from '../domain/audit.js';
import type { Snowflake } from '../domain/snowflake.js';
import { chainOf, toRecord } from './audit-chain.js';
import { findPseudonym } from './audit-subject.js';
import type { Cipher } from './cipher.js';
import type { ReadRows } from './connection.js';

/** Rows of one log in which this acted or was acted upon, oldest first. */
export async function readAbout(
  db: ReadRows,
  cipher: Cipher,
  guildId: Snowflake | undefined,
  subject: AuditSubject,
): Promise<readonly AuditRecord[]> {
  const chain = chainOf(guildId);
  const pseudonym = await findPseudonym(db, { chain, cipher }, subject);
  if (pseudonym === undefined) return [];
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('chain', '=', chain)
    .where(({ eb, or }) => or([eb('actor', '=', pseudonym), eb('subject', '=', pseudonym)]))
    .orderBy('seq')
    .execute();
  return rows.map(toRecord);
}
