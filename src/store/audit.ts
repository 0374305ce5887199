import type { AuditCheck, AuditEntry, AuditRecord, AuditSubject } from '../domain/audit.js';
import type { Snowflake } from '../domain/snowflake.js';
import { appendAudit } from './append-audit.js';
import { chainOf, guildOf, toRecord } from './audit-chain.js';
import { revealPseudonym } from './audit-subject.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import { readAbout } from './read-about.js';
import { verifyChain } from './verify-audit.js';

/** A stretch of one log: the `limit` rows after a number, or the last ones before it. */
export interface AuditPage {
  readonly after?: number;
  readonly before?: number;
  readonly limit: number;
}

/**
 * Who did what, and when. Each community has a log of its own, and so has the installation (undefined). Rows are chained: one
 * that is changed, removed or slipped in is found. Persons and things stand in it by pseudonyms, each with a key of its own;
 * once that is erased nothing leads from the log to them, and the log still verifies.
 *
 * Acts that change the database are written by the store itself, in the same transaction; `record` is for the others.
 */
export interface Audit {
  /** Adds one row. Throws RangeError for a detail that holds an id or a long text. Not repeat-safe: call it for the act that counted. */
  record(entry: AuditEntry): Promise<void>;
  /** The communities with a log, the installation first. */
  chains(): Promise<readonly (Snowflake | undefined)[]>;
  /** Oldest first. */
  read(guildId: Snowflake | undefined, page: AuditPage): Promise<readonly AuditRecord[]>;
  /** One answer a log, with the first row that is not as it was written. */
  verify(): Promise<readonly AuditCheck[]>;
  /** What a pseudonym stands for; undefined once it was erased. */
  reveal(guildId: Snowflake | undefined, pseudonym: string): Promise<AuditSubject | undefined>;
  /** Rows in which this acted or was acted upon, oldest first. */
  about(guildId: Snowflake | undefined, subject: AuditSubject): Promise<readonly AuditRecord[]>;
}

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
    about: (guildId, subject) => connection.run((db) => readAbout(db, cipher, guildId, subject)),
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
