import { createHmac, randomBytes } from 'node:crypto';
import type { AuditActor, AuditSubject, AuditSubjectKind } from '../domain/audit.js';
import type { Cipher } from './cipher.js';
import type { ReadRows, WriteRows } from './connection.js';
import { inChunks } from './in-chunks.js';
import type { AuditSubjectTable } from './schema.js';

const KEY_BYTES = 32;
const PSEUDONYM_BYTES = 16;

/** Where pseudonyms are looked for: they differ from chain to chain, so that two communities cannot compare theirs. */
interface Place {
  readonly chain: string;
  readonly cipher: Cipher;
}

/** The pseudonym of a person or thing: a keyed hash of its id, under a random key of its own that is made at its first act. */
export async function pseudonymFor(trx: WriteRows, place: Place, subject: AuditSubject): Promise<string> {
  const known = await findPseudonym(trx, place, subject);
  if (known !== undefined) return known;
  const key = randomBytes(KEY_BYTES);
  const digest = createHmac('sha256', key).update(`${subject.kind}:${subject.id}`).digest();
  const pseudonym = digest.subarray(0, PSEUDONYM_BYTES).toString('base64url');
  await trx
    .insertInto('audit_subject')
    .values({
      subject_hash: hashSubject(place, subject),
      chain: place.chain,
      pseudonym,
      sealed: sealSubject(place, pseudonym, { ...subject, key: key.toString('base64') }),
    })
    .execute();
  return pseudonym;
}

/** As `pseudonymFor`, for who acted: the operator and the bot stand under their own names. */
export async function nameActor(trx: WriteRows, place: Place, actor: AuditActor): Promise<string> {
  if (actor === 'operator' || actor === 'didbon') return actor;
  return pseudonymFor(trx, place, { kind: 'user', id: actor });
}

/** The pseudonym under which this stands in the chain, if it does. */
export async function findPseudonym(db: ReadRows, place: Place, subject: AuditSubject): Promise<string | undefined> {
  const row = await db
    .selectFrom('audit_subject')
    .select('pseudonym')
    .where('subject_hash', '=', hashSubject(place, subject))
    .executeTakeFirst();
  return row?.pseudonym;
}

/** What a pseudonym stands for; undefined once its key was erased. */
export async function revealPseudonym(
  db: ReadRows,
  { chain, cipher }: Place,
  pseudonym: string,
): Promise<AuditSubject | undefined> {
  const row = await db
    .selectFrom('audit_subject')
    .select('sealed')
    .where('chain', '=', chain)
    .where('pseudonym', '=', pseudonym)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // GCM vouches that this is what `sealSubject` sealed for this pseudonym, so its shape is known.
  const { kind, id }: { kind: AuditSubjectKind; id: string } = JSON.parse(
    cipher.open(sealPlace(chain, pseudonym), row.sealed),
  );
  return { kind, id };
}

/** Erases the keys of these pseudonyms: the log still verifies, and nothing leads from it to them. Answers how many it knew. */
export async function forgetSubjects(trx: WriteRows, place: Place, subjects: readonly AuditSubject[]): Promise<number> {
  let forgotten = 0n;
  for (const chunk of inChunks(subjects)) {
    const { numDeletedRows } = await trx
      .deleteFrom('audit_subject')
      .where(
        'subject_hash',
        'in',
        chunk.map((subject) => hashSubject(place, subject)),
      )
      .executeTakeFirstOrThrow();
    forgotten += numDeletedRows;
  }
  return Number(forgotten);
}

/** The row as another key seals and hashes it; its pseudonym stays. */
export function resealSubject(
  { chain, pseudonym, sealed }: AuditSubjectTable,
  from: Cipher,
  to: Cipher,
): Pick<AuditSubjectTable, 'subject_hash' | 'sealed'> {
  const text = from.open(sealPlace(chain, pseudonym), sealed);
  const subject: AuditSubject = JSON.parse(text);
  return {
    subject_hash: hashSubject({ chain, cipher: to }, subject),
    sealed: to.seal(sealPlace(chain, pseudonym), text),
  };
}

function hashSubject({ chain, cipher }: Place, { kind, id }: AuditSubject): string {
  return cipher.hash('audit-subject', `${chain}:${kind}:${id}`);
}

function sealSubject({ chain, cipher }: Place, pseudonym: string, secrets: AuditSubject & { key: string }): string {
  return cipher.seal(sealPlace(chain, pseudonym), JSON.stringify(secrets));
}

function sealPlace(chain: string, pseudonym: string): string {
  return `audit_subject/${chain}/${pseudonym}`;
}
