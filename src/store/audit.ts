import type { AuditCheck, AuditRecord, AuditSubject } from '../domain/audit.js';
import type { Snowflake } from '../domain/snowflake.js';
import { appendAudit } from './append-audit.js';
import { chainOf, guildOf, toRecord } from './audit-chain.js';
import { findPseudonym, revealPseudonym } from './audit-subject.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import type { Audit, AuditPage } from './store.js';
import { verifyChain } from './verify-audit.js';

/** Who did what, and when: added to, never changed. */
export function createAudit(connection: Connection, cipher: Cipher): Audit {
  return {
    record: (entry) => connection.transact((trx) => appendAudit(trx, cipher, entry)),
    chains: async () => (await readChains(connection)).map(guildOf),
    read: (guildId, page) => readRecords(connection, chainOf(guildId), page),
    verify: async () => {
      const checks: AuditCheck[] = [];
      for (const chain of await readChains(connection)) checks.push(await verifyChain(connection, cipher, chain));
      return checks;
    },
    reveal: (guildId, pseudonym) =>
      connection.run((db) => revealPseudonym(db, { chain: chainOf(guildId), cipher }, pseudonym)),
    about: (guildId, subject) => readAbout(connection, cipher, guildId, subject),
  };
}

/** Chains with rows or an end, the installation's first. */
async function readChains(connection: Connection): Promise<readonly string[]> {
  const rows = await connection.run((db) =>
    db
      .selectFrom('audit_chain')
      .select('chain')
      .union(db.selectFrom('audit_entry').select('chain'))
      .orderBy('chain')
      .execute(),
  );
  return rows.map((row) => row.chain);
}

async function readRecords(
  connection: Connection,
  chain: string,
  { after, before, limit }: AuditPage,
): Promise<readonly AuditRecord[]> {
  const rows = await connection.run((db) => {
    const kept = db.selectFrom('audit_entry').selectAll().where('chain', '=', chain).limit(limit);
    return after === undefined
      ? kept
          .where('seq', '<', before ?? Number.MAX_SAFE_INTEGER)
          .orderBy('seq', 'desc')
          .execute()
      : kept.where('seq', '>', after).orderBy('seq').execute();
  });
  const records = rows.map(toRecord);
  return after === undefined ? records.reverse() : records;
}

async function readAbout(
  connection: Connection,
  cipher: Cipher,
  guildId: Snowflake | undefined,
  subject: AuditSubject,
): Promise<readonly AuditRecord[]> {
  const chain = chainOf(guildId);
  const rows = await connection.run(async (db) => {
    const pseudonym = await findPseudonym(db, { chain, cipher }, subject);
    if (pseudonym === undefined) return [];
    return db
      .selectFrom('audit_entry')
      .selectAll()
      .where('chain', '=', chain)
      .where(({ eb, or }) => or([eb('actor', '=', pseudonym), eb('subject', '=', pseudonym)]))
      .orderBy('seq')
      .execute();
  });
  return rows.map(toRecord);
}
