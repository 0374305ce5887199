import type { Alert } from '../domain/alert.js';
import type { Log } from '../ports/log.js';
import type { Cipher } from './cipher.js';
import type { ReadRows } from './connection.js';
import { DamagedDatabaseError } from './damaged-database-error.js';
import { toAlert } from './flag-row.js';
import { readCampaign } from './read-campaign.js';
import type { FlagTable } from './schema.js';

export interface RevisedAlert {
  readonly alert: Alert;
  readonly revision: number;
  /** When its card wants to be edited. */
  readonly editFrom: Date;
}

/** Reads the rows of a list. One that was altered is logged and left out: it must not keep the others from moderators. */
export function readAlerts(rows: readonly FlagTable[], cipher: Cipher, log?: Log): readonly RevisedAlert[] {
  return rows.flatMap((row) => {
    try {
      return [{ alert: toAlert(row, cipher), revision: row.revision, editFrom: new Date(row.changed_at) }];
    } catch (error) {
      if (!(error instanceof DamagedDatabaseError)) throw error;
      log?.error('a stored flag cannot be read', { flag: row.id, error: error.message });
      return [];
    }
  });
}

/** As `readAlerts`, each with the copies that joined its card. */
export async function readCards(
  db: ReadRows,
  rows: readonly FlagTable[],
  cipher: Cipher,
  log?: Log,
): Promise<readonly RevisedAlert[]> {
  const cards: RevisedAlert[] = [];
  for (const row of rows)
    for (const read of readAlerts([row], cipher, log))
      cards.push({ ...read, alert: { ...read.alert, campaign: await readCampaign(db, row, cipher) } });
  return cards;
}
