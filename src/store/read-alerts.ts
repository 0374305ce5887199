import type { Alert } from '../domain/alert.js';
import type { Log } from '../ports/log.js';
import type { Cipher } from './cipher.js';
import { DamagedDatabaseError } from './damaged-database-error.js';
import { toAlert } from './flag-row.js';
import type { FlagTable } from './schema.js';

export interface RevisedAlert {
  readonly alert: Alert;
  readonly revision: number;
}

/** Reads the rows of a list. One that was altered is logged and left out: it must not keep the others from moderators. */
export function readAlerts(rows: readonly FlagTable[], cipher: Cipher, log?: Log): readonly RevisedAlert[] {
  return rows.flatMap((row) => {
    try {
      return [{ alert: toAlert(row, cipher), revision: row.revision }];
    } catch (error) {
      if (!(error instanceof DamagedDatabaseError)) throw error;
      log?.error('a stored flag cannot be read', { flag: row.id, error: error.message });
      return [];
    }
  });
}
