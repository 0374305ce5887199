import type { AuditCheck } from '../domain/audit.js';
import { BEGINNING, guildOf, hashRow, isSealed } from './audit-chain.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import type { AuditChainTable, AuditEntryTable } from './schema.js';

const PAGE = 500;

/** Where the walk along a chain stands. */
interface Step {
  readonly seq: number;
  /** Undefined before the oldest row that is kept, where what it follows upon is gone. */
  readonly hash: string | undefined;
}

/** Checks one chain from its oldest row to its end. Rows that are added meanwhile are not looked at. */
export async function verifyChain(connection: Connection, cipher: Cipher, chain: string): Promise<AuditCheck> {
  const guildId = guildOf(chain);
  const end = await connection.run((db) =>
    db.selectFrom('audit_chain').selectAll().where('chain', '=', chain).executeTakeFirst(),
  );
  if (end === undefined) return { guildId, entries: 0, fault: await findOrphan(connection, chain) };

  let step: Step = { seq: end.first_seq - 1, hash: end.first_seq === 1 ? BEGINNING : undefined };
  const done = (fault: AuditCheck['fault']): AuditCheck => ({ guildId, entries: step.seq - end.first_seq + 1, fault });
  for (;;) {
    const rows = await readPage(connection, end, step.seq);
    for (const row of rows) {
      const what = findFault(row, step);
      if (what !== undefined) return done({ seq: step.seq + 1, what });
      step = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < PAGE) break;
  }
  const what = findFaultInEnd(end, step, cipher) ?? (await findRowsBeyond(connection, chain));
  return done(what === undefined ? undefined : { seq: step.seq + 1, what });
}

function findFault(row: AuditEntryTable, before: Step): string | undefined {
  if (row.seq !== before.seq + 1) return 'the row is missing';
  if (before.hash !== undefined && row.previous_hash !== before.hash)
    return 'the row does not follow upon the one before';
  if (hashRow(row) !== row.hash) return 'the row was changed after it was written';
  return row.action === 'alteration-noticed' ? 'rows before this one were altered' : undefined;
}

function findFaultInEnd(end: AuditChainTable, last: Step, cipher: Cipher): string | undefined {
  const isWhole = last.seq === end.last_seq && (last.hash ?? end.last_hash) === end.last_hash;
  if (!isWhole) return 'rows are missing from here on, or were written anew';
  return isSealed(end, cipher) ? undefined : 'the log was shortened or written anew without its key';
}

/** Rows after the end, read with it in one statement: a row that is being added comes together with its end. */
async function findRowsBeyond(connection: Connection, chain: string): Promise<string | undefined> {
  const row = await connection.run((db) =>
    db
      .selectFrom('audit_entry')
      .innerJoin('audit_chain', 'audit_chain.chain', 'audit_entry.chain')
      .select('seq')
      .where('audit_chain.chain', '=', chain)
      .whereRef('audit_entry.seq', '>', 'audit_chain.last_seq')
      .executeTakeFirst(),
  );
  return row === undefined ? undefined : 'the row was slipped in without the key';
}

/** Rows whose chain has no end: somebody removed it. */
async function findOrphan(connection: Connection, chain: string): Promise<AuditCheck['fault']> {
  const row = await connection.run((db) =>
    db.selectFrom('audit_entry').select('seq').where('chain', '=', chain).orderBy('seq').executeTakeFirst(),
  );
  return row === undefined ? undefined : { seq: row.seq, what: 'the record of where the log ends is missing' };
}

function readPage(connection: Connection, end: AuditChainTable, after: number): Promise<readonly AuditEntryTable[]> {
  return connection.run((db) =>
    db
      .selectFrom('audit_entry')
      .selectAll()
      .where('chain', '=', end.chain)
      .where('seq', '>', after)
      .where('seq', '<=', end.last_seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute(),
  );
}
