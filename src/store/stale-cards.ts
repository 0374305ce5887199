import type { Log } from '../ports/log.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import { readCards } from './read-alerts.js';
import type { StaleCards } from './store.js';

/** Cards that no longer show what is known. */
export function createStaleCards(connection: Connection, cipher: Cipher, log?: Log): StaleCards {
  return {
    list: (guildId, limit) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('flag')
          .selectAll()
          .where('guild_id', '=', guildId)
          .where('card_message_id', 'is not', null)
          .whereRef('shown_revision', '<', 'revision')
          .orderBy('changed_at')
          .orderBy('id')
          .limit(limit)
          .execute();
        return readCards(db, rows, cipher, log);
      }),
    markFresh: async (id, revision) => {
      await connection.run((db) =>
        db
          .updateTable('flag')
          .set({ shown_revision: revision })
          .where('id', '=', id)
          .where('shown_revision', '<', revision)
          .where('revision', '>=', revision)
          .execute(),
      );
    },
    cardGone: async (id, at) => {
      await connection.run((db) =>
        db
          .updateTable('flag')
          .set({ card_channel_id: null, card_message_id: null, tried_at: null, due_at: at.getTime() })
          .where('id', '=', id)
          .where('card_message_id', 'is not', null)
          .execute(),
      );
    },
  };
}
