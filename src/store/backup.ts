import { randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, rmSync } from 'node:fs';
import { sql } from 'kysely';
import { RefusedError } from '../ports/errors.js';
import { connect } from './connection.js';
import type { DatabasePlace } from './database-place.js';

/**
 * Writes the database as it is at this moment into a new file, for its owner alone; others may write meanwhile. The key is not
 * in it. Throws RefusedError for PostgreSQL, which has better means of its own, and where the file exists.
 */
export async function backupDatabase(database: DatabasePlace, file: string): Promise<void> {
  if (database.kind === 'postgres')
    throw new RefusedError('this database is on PostgreSQL; make its backups with pg_dump', 'rejected');
  const draft = `${file}.${randomUUID()}`;
  const connection = connect({ database });
  try {
    // SQLite takes an empty file, and so the copy has the right mode from its first byte.
    closeSync(openSync(draft, 'wx', 0o600));
    await connection.run((db) => sql`vacuum into ${draft}`.execute(db));
    linkSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
    await connection.close();
  }
}
