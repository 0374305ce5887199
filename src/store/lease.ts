import type { Connection } from './connection.js';
import type { Lease } from './store.js';

/** Who may run as the bot. One statement each, so that of two who ask at once one is refused. */
export function createLease(connection: Connection): Lease {
  return {
    acquire: async (name, holder, now, ttlMs) => {
      const expiresAt = now.getTime() + ttlMs;
      const row = await connection.run((db) =>
        db
          .insertInto('lease')
          .values({ name, holder, expires_at: expiresAt })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet({ holder, expires_at: expiresAt })
              .where(({ eb, or }) =>
                or([eb('lease.holder', '=', holder), eb('lease.expires_at', '<=', now.getTime())]),
              ),
          )
          .returning('name')
          .executeTakeFirst(),
      );
      return row !== undefined;
    },
    holder: async (name) => {
      const row = await connection.run((db) =>
        db.selectFrom('lease').select('holder').where('name', '=', name).executeTakeFirst(),
      );
      return row?.holder;
    },
    release: async (name, holder) => {
      await connection.run((db) =>
        db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute(),
      );
    },
  };
}
