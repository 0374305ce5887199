import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import type { Connection, ReadRows } from './connection.js';
import { toCardPlace } from './flag-row.js';
import type { Overflow, OverflowCard } from './overflow-store.js';
import type { OverflowTable } from './schema.js';

/** The one card of a community that counts what waits. */
export function createOverflow(connection: Connection): Overflow {
  return {
    find: (guildId) => connection.run((db) => find(db, guildId)),
    open: async (guildId, at) => {
      const opened = await connection.run((db) =>
        db
          .insertInto('overflow')
          .values({
            guild_id: guildId,
            opened_at: at.getTime(),
            card_channel_id: null,
            card_message_id: null,
            shown: 0,
            shown_at: at.getTime(),
          })
          .onConflict((conflict) => conflict.column('guild_id').doNothing())
          .returningAll()
          .executeTakeFirst(),
      );
      return opened === undefined ? undefined : toOverflowCard(opened);
    },
    markShown: async ({ guildId, openedAt }, place, shown, at) => {
      await connection.run((db) =>
        db
          .updateTable('overflow')
          .set({
            card_channel_id: place.channelId,
            card_message_id: place.messageId,
            shown,
            shown_at: at.getTime(),
          })
          .where('guild_id', '=', guildId)
          .where('opened_at', '=', openedAt.getTime())
          .execute(),
      );
    },
    forget: async ({ guildId, openedAt }) => {
      await connection.run((db) =>
        db.deleteFrom('overflow').where('guild_id', '=', guildId).where('opened_at', '=', openedAt.getTime()).execute(),
      );
    },
  };
}

async function find(db: ReadRows, guildId: Snowflake): Promise<OverflowCard | undefined> {
  const row = await db.selectFrom('overflow').selectAll().where('guild_id', '=', guildId).executeTakeFirst();
  return row === undefined ? undefined : toOverflowCard(row);
}

function toOverflowCard(row: OverflowTable): OverflowCard {
  return {
    guildId: toSnowflake(row.guild_id),
    openedAt: new Date(row.opened_at),
    place: toCardPlace(row),
    shown: row.shown,
    shownAt: new Date(row.shown_at),
  };
}
