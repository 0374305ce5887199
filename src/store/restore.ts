import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { RefusedError } from '../ports/errors.js';
import { appendAudit } from './append-audit.js';
import { type Cipher, createCipher } from './cipher.js';
import { type Connection, connect } from './connection.js';
import type { DatabasePlace } from './database-place.js';
import { forgetCommunity } from './forget-community.js';
import { forgetSubject } from './forget-subject.js';
import { KeyError, type KeySource, readKey } from './key.js';
import { migrateConnection } from './migrate.js';
import { oldKeyPath } from './next-key.js';
import { resealDatabase } from './rotate-key.js';
import { readTombstones, type Tombstone } from './tombstones.js';
import { unlock } from './unlock.js';

export interface RestoreOptions {
  readonly backup: string;
  readonly database: DatabasePlace;
  readonly key: KeySource;
  /** What was forgotten in the database that is replaced; undefined where that could not be read. */
  readonly forgotten: readonly Tombstone[] | undefined;
  readonly at: Date;
}

/** What was forgotten so far, to be forgotten again in what is restored. */
export async function readForgotten(database: DatabasePlace, key: KeySource): Promise<readonly Tombstone[]> {
  const connection = connect({ database });
  try {
    const cipher = await unlock(connection, key, 'the present database');
    return await connection.run((db) => readTombstones(db, cipher));
  } finally {
    await connection.close();
  }
}

/**
 * Puts a backup into the place of the database. It is copied, migrated, sealed with the present key where it was made before
 * that one, and what was forgotten since is forgotten in it, before it takes the place at once. Answers how many wishes to be
 * forgotten were carried out again. The caller holds the lease. Throws KeyError where no key opens the backup.
 */
export async function restoreDatabase(options: RestoreOptions): Promise<number> {
  const { backup, database, key } = options;
  if (database.kind === 'postgres')
    throw new RefusedError('this database is on PostgreSQL; restore it with pg_restore or psql', 'rejected');
  mkdirSync(dirname(database.file), { recursive: true, mode: 0o700 });
  const draft = `${database.file}.${randomUUID()}`;
  try {
    copyFileSync(backup, draft);
    chmodSync(draft, 0o600);
    const repeated = await makeReady(draft, key, options);
    // What the -wal file holds belongs to the database that goes; it must not be played onto the one that comes.
    for (const suffix of ['-wal', '-shm']) rmSync(`${database.file}${suffix}`, { force: true });
    renameSync(draft, database.file);
    return repeated;
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true });
  }
}

async function makeReady(file: string, key: KeySource, { forgotten, at }: RestoreOptions): Promise<number> {
  const connection = connect({ database: { kind: 'sqlite', file } });
  try {
    await migrateConnection(connection, 'the backup');
    const cipher = await unlockBackup(connection, key, at);
    const repeated = await forgetAgain(connection, cipher, forgotten ?? []);
    await connection.transact((trx) =>
      appendAudit(trx, cipher, {
        guildId: undefined,
        at,
        actor: 'operator',
        action: 'restore',
        detail: { forgotten: repeated },
      }),
    );
    await connection.dropOldPages();
    return repeated;
  } finally {
    await connection.close();
  }
}

/** With the present key, or with the one before it: then the backup is sealed anew. */
async function unlockBackup(connection: Connection, key: KeySource, at: Date): Promise<Cipher> {
  try {
    return await unlock(connection, key, 'the backup');
  } catch (error) {
    const old: KeySource | undefined = key.kind === 'file' ? { kind: 'file', path: oldKeyPath(key.path) } : undefined;
    const present = readKey(key);
    if (!(error instanceof KeyError) || old === undefined || present === undefined || !existsSync(old.path))
      throw error;
    const from = await unlock(connection, old, 'the backup');
    const to = createCipher(present);
    await resealDatabase(connection, from, to, { at });
    return to;
  }
}

/** Only what the backup does not know: the rest was forgotten when it was made. */
async function forgetAgain(connection: Connection, cipher: Cipher, wishes: readonly Tombstone[]): Promise<number> {
  const known = new Set((await connection.run((db) => readTombstones(db, cipher))).map(nameOf));
  const missing = wishes.filter((wish) => !known.has(nameOf(wish)));
  for (const wish of missing) {
    await connection.transact(async (trx) => {
      const by = { actor: 'operator', at: wish.at } as const;
      if (wish.kind === 'guild') await forgetCommunity(trx, cipher, { guildId: wish.id, ...by, canEditCards: true });
      else await forgetSubject(trx, cipher, { ...wish, ...by });
    });
  }
  return missing.length;
}

function nameOf({ guildId, kind, id, at }: Tombstone): string {
  return `${guildId ?? ''}:${kind}:${id}:${at.getTime()}`;
}
