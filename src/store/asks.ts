import type { Log } from '../ports/log.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import { readAlerts } from './read-alerts.js';
import type { Asks } from './review-store.js';

/** Readers who are to be asked: an outbox beside that of the cards. */
export function createAsks(connection: Connection, cipher: Cipher, log?: Log): Asks {
  return {
    due: async (guildId, limit) => {
      const rows = await connection.run((db) =>
        db
          .selectFrom('flag')
          .selectAll()
          .where('guild_id', '=', guildId)
          .where('asked_at', 'is not', null)
          .where('ask_posted_at', 'is', null)
          .where('sealed', 'is not', null)
          .orderBy('asked_at')
          .orderBy('id')
          .limit(limit)
          .execute(),
      );
      return readAlerts(rows, cipher, log).map(({ alert }) => alert);
    },
    markTried: async (id, at) => {
      const { numUpdatedRows } = await connection.run((db) =>
        db
          .updateTable('flag')
          .set({ ask_tried_at: at.getTime() })
          .where('id', '=', id)
          .where('ask_tried_at', 'is', null)
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows > 0n;
    },
    markPosted: async (id, at) => {
      await connection.run((db) =>
        db.updateTable('flag').set({ ask_posted_at: at.getTime() }).where('id', '=', id).execute(),
      );
    },
  };
}
