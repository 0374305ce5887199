import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import { appendAudit } from './append-audit.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import type { Pauses } from './review-store.js';

/** Communities that get no cards for now. */
export function createPauses(connection: Connection, cipher: Cipher): Pauses {
  return {
    find: (guildId) =>
      connection.run(async (db) => {
        const row = await db.selectFrom('pause').selectAll().where('guild_id', '=', guildId).executeTakeFirst();
        if (row === undefined) return undefined;
        return {
          by: toSnowflake(cipher.open(placeOf(guildId), row.paused_by)),
          at: new Date(row.paused_at),
          holdsUrgent: row.holds_urgent === 1,
        };
      }),
    pause: async (guildId, { by, at, holdsUrgent }) => {
      const holds_urgent = holdsUrgent ? 1 : 0;
      const paused_by = cipher.seal(placeOf(guildId), by);
      await connection.transact(async (trx) => {
        await trx
          .insertInto('pause')
          .values({ guild_id: guildId, paused_at: at.getTime(), paused_by, holds_urgent })
          .onConflict((conflict) =>
            conflict.column('guild_id').doUpdateSet({ paused_at: at.getTime(), paused_by, holds_urgent }),
          )
          .execute();
        const detail = { holds: holdsUrgent ? 'everything' : 'all but urgent' };
        await appendAudit(trx, cipher, { guildId, at, actor: by, action: 'pause', detail });
      });
    },
    resume: (guildId, { by, at }) =>
      connection.transact(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('pause')
          .where('guild_id', '=', guildId)
          .executeTakeFirstOrThrow();
        if (numDeletedRows === 0n) return false;
        await appendAudit(trx, cipher, { guildId, at, actor: by, action: 'resume' });
        return true;
      }),
  };
}

function placeOf(guildId: Snowflake): string {
  return `pause/${guildId}`;
}
