import { dirname } from 'node:path';
import type { Log } from '../ports/log.js';
import { createAlerts } from './alerts.js';
import { createAsks } from './asks.js';
import { createAudit } from './audit.js';
import { type Connection, connect } from './connection.js';
import { createCardScores, createCounts } from './counts.js';
import { type DatabasePlace, describePlace } from './database-place.js';
import { createErasure } from './erasure.js';
import { createFlags } from './flags.js';
import { type KeySource, refuseKeyInside } from './key.js';
import { createLease } from './lease.js';
import { createLedger } from './ledger.js';
import { createLessons } from './lessons.js';
import { migrateConnection, refuseOldSchema } from './migrate.js';
import { createOverflow } from './overflow.js';
import { createPackBlobs } from './pack-blobs.js';
import { createPackTrials } from './pack-trials.js';
import { createPauses } from './pauses.js';
import { createPublications } from './publications.js';
import { createReportPosts } from './report-posts.js';
import { createReviews } from './reviews.js';
import { createSecondReviews } from './second-reviews.js';
import { createStaleCards } from './stale-cards.js';
import type { Store } from './store.js';
import { unlock } from './unlock.js';

export interface StoreOptions {
  readonly database: DatabasePlace;
  readonly key: KeySource;
  readonly log?: Log | undefined;
  /** How long another writer is waited for; 5,000 unless a test is in a hurry. */
  readonly busyTimeoutMs?: number | undefined;
}

/**
 * Opens the database, making a SQLite file and its key file on the very first start, and migrates a SQLite file.
 *
 * Throws KeyError for a lost, wrong or misplaced key, SchemaBehindError for a PostgreSQL database that `didbon migrate`
 * must see first, DamagedDatabaseError for a broken file, RefusedError and UnavailableError for the rest.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { database, key, log } = options;
  const place = describePlace(database);
  if (database.kind === 'sqlite') refuseKeyInside(dirname(database.file), key);
  const connection = connect(options);
  try {
    if (database.kind === 'sqlite') await migrateConnection(connection, place);
    else await refuseOldSchema(connection, place);
    const cipher = await unlock(connection, key, place);
    return {
      ledger: createLedger(connection, cipher),
      counts: createCounts(connection, cipher, log),
      cardScores: createCardScores(connection),
      alerts: createAlerts(connection, cipher, log),
      staleCards: createStaleCards(connection, cipher, log),
      overflow: createOverflow(connection),
      flags: createFlags(connection, cipher),
      reportPosts: createReportPosts(connection),
      lease: createLease(connection),
      audit: createAudit(connection, cipher),
      reviews: createReviews(connection, cipher),
      asks: createAsks(connection, cipher, log),
      secondReviews: createSecondReviews(connection, cipher),
      pauses: createPauses(connection, cipher),
      erasure: createErasure(connection, cipher, log),
      packBlobs: createPackBlobs(connection),
      publications: createPublications(connection, cipher),
      packTrials: createPackTrials(connection, cipher),
      lessons: createLessons(connection, cipher),
      close: () => connection.close(),
    };
  } catch (error) {
    await closeQuietly(connection);
    throw error;
  }
}

/** The fault that is already on its way out says more than one in closing. */
async function closeQuietly(connection: Connection): Promise<void> {
  await connection.close().catch(() => undefined);
}
