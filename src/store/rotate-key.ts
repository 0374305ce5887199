import { appendAudit } from './append-audit.js';
import { type Cipher, createCipher } from './cipher.js';
import { dropFingerprints } from './close-campaigns.js';
import { type Connection, connect, type WriteRows } from './connection.js';
import { type DatabasePlace, describePlace } from './database-place.js';
import { dropDifferences } from './drop-differences.js';
import { KeyError, type KeySource, readKey } from './key.js';
import { migrateConnection, refuseOldSchema } from './migrate.js';
import { adoptNextKey, prepareNextKey } from './next-key.js';
import { resealAudit } from './reseal-audit.js';
import { resealFlags } from './reseal-flags.js';
import { resealTombstones } from './reseal-tombstones.js';
import { resealColumn, SEALED_COLUMNS } from './sealed-columns.js';
import { KEY_CHECK, unlock } from './unlock.js';

export interface RotateOptions {
  readonly database: DatabasePlace;
  readonly key: KeySource;
  /** The new key where the old one is given as text; else one is made. */
  readonly newKey?: string | undefined;
  readonly at: Date;
  /** Told how many flags are sealed anew. */
  readonly onProgress?: (flags: number) => void;
}

export interface Rotated {
  readonly flags: number;
  /** Cells that could not be read, because somebody altered them; they stay as they are. */
  readonly unreadable: number;
}

/**
 * Seals everything with a new key and replaces the key file. The database changes in one transaction, so one that dies
 * half-way has changed nothing and may be run again; one that dies after it is finished by whoever opens the database next.
 * The caller holds the lease: nobody else may write meanwhile. Throws KeyError as opening a store does.
 */
export async function rotateKey(options: RotateOptions): Promise<Rotated> {
  const { database, key } = options;
  const place = describePlace(database);
  const connection = connect({ database });
  try {
    if (database.kind === 'sqlite') await migrateConnection(connection, place);
    else await refuseOldSchema(connection, place);
    const from = await unlock(connection, key, place);
    const to = createCipher(nextKey(options));
    const rotated = await resealDatabase(connection, from, to, options);
    if (key.kind === 'file') adoptNextKey(key.path);
    return rotated;
  } finally {
    await connection.close();
  }
}

/** Everything but the key file: what is left to whoever opens the database next where a rotation dies. */
export async function resealDatabase(
  connection: Connection,
  from: Cipher,
  to: Cipher,
  { at, onProgress }: Pick<RotateOptions, 'at' | 'onProgress'>,
): Promise<Rotated> {
  const rotated = await connection.transact(async (trx) => {
    // Fingerprints cannot be hashed anew. Copies that come later open campaigns of their own.
    await dropFingerprints(trx);
    const done = await resealFlags(trx, { from, to }, onProgress);
    let { unreadable } = done;
    for (const column of SEALED_COLUMNS) unreadable += await resealColumn(trx, column, from, to);
    unreadable += await resealAudit(trx, { from, to });
    unreadable += await resealTombstones(trx, { from, to });
    await dropDifferences(trx);
    await keepNewCheck(trx, from, to);
    await appendAudit(trx, to, {
      guildId: undefined,
      at,
      actor: 'operator',
      action: 'key-rotate',
      detail: { flags: done.flags, unreadable },
    });
    return { flags: done.flags, unreadable };
  });
  await connection.dropOldPages();
  return rotated;
}

function nextKey({ key, newKey }: RotateOptions): Uint8Array {
  if (key.kind === 'file') return prepareNextKey(key.path);
  const next = newKey === undefined ? undefined : readKey({ kind: 'given', text: newKey });
  if (next === undefined)
    throw new KeyError(
      'the key is given in DIDBON_KEY; expected the new one in DIDBON_NEW_KEY (openssl rand -base64 32)',
    );
  return next;
}

async function keepNewCheck(trx: WriteRows, from: Cipher, to: Cipher): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('meta')
    .set({ value: to.check })
    .where('name', '=', KEY_CHECK)
    .where('value', '=', from.check)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n)
    throw new KeyError('another process changed the key meanwhile; nothing was changed by this one');
}
