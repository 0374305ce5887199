import { createHash } from 'node:crypto';
import type { AuditDetail, AuditRecord } from '../domain/audit.js';
import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import { DamagedDatabaseError } from './damaged-database-error.js';
import type { AuditChainTable, AuditEntryTable } from './schema.js';

/** The chain of what concerns no single community. */
const INSTALLATION = '';

/** What the first row of every chain follows upon. */
export const BEGINNING = '';

const MOST_FACTS = 12;
const LONGEST_FACT = 100;

/** The name of a community's chain in the tables. */
export function chainOf(guildId: Snowflake | undefined): string {
  return guildId ?? INSTALLATION;
}

/** The community of a chain; undefined for the installation's. */
export function guildOf(chain: string): Snowflake | undefined {
  return chain === INSTALLATION ? undefined : toSnowflake(chain);
}

/** Answers the same facts with their names in order. Throws RangeError for what must not stand in the log. */
export function checkDetail(detail: AuditDetail): AuditDetail {
  const facts = Object.entries(detail).sort(([one], [other]) => (one < other ? -1 : 1));
  if (facts.length > MOST_FACTS)
    throw new RangeError(`found ${facts.length} facts about an act; at most ${MOST_FACTS}`);
  for (const [name, value] of facts) {
    const fits = typeof value === 'number' ? Number.isFinite(value) : value.length <= LONGEST_FACT;
    if (!fits || /^\d{17,20}$/.test(String(value)))
      throw new RangeError(`the fact ${name} about an act is an id, or longer than ${LONGEST_FACT} characters`);
  }
  return Object.fromEntries(facts);
}

/** SHA-256 over the row and the hash of the one before, as the JSON array of its columns in this order. */
export function hashRow(row: Omit<AuditEntryTable, 'hash'>): string {
  const { chain, seq, at, actor, action, subject_kind, subject, detail, previous_hash } = row;
  const columns = [chain, seq, at, actor, action, subject_kind, subject, detail, previous_hash];
  return createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
}

/** Reads a row as the log shows it. */
export function toRecord(row: AuditEntryTable): AuditRecord {
  const { subject_kind: kind, subject } = row;
  return {
    guildId: guildOf(row.chain),
    seq: row.seq,
    at: new Date(row.at),
    actor: row.actor,
    action: row.action,
    subject: kind === null || subject === null ? undefined : { kind, pseudonym: subject },
    detail: JSON.parse(row.detail),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

type ChainEnd = Omit<AuditChainTable, 'seal'>;

/** Vouches for where a chain begins and ends. */
export function sealEnd(end: ChainEnd, cipher: Cipher): string {
  return cipher.seal(sealPlace(end.chain), writeEnd(end));
}

/** Whether the end of the chain is as this program left it. */
export function isSealed(end: AuditChainTable, cipher: Cipher): boolean {
  try {
    return cipher.open(sealPlace(end.chain), end.seal) === writeEnd(end);
  } catch (error) {
    if (error instanceof DamagedDatabaseError) return false;
    throw error;
  }
}

function writeEnd({ first_seq, last_seq, last_hash }: ChainEnd): string {
  return JSON.stringify([first_seq, last_seq, last_hash]);
}

function sealPlace(chain: string): string {
  return `audit_chain/${chain}`;
}
