import type { Snowflake } from '../domain/snowflake.js';
import type { Connection } from './connection.js';
import type { ReportPosts } from './store.js';

/** Reports that are owed or posted. */
export function createReportPosts(connection: Connection): ReportPosts {
  return {
    claim: (guildId, id, at) => claim(connection, guildId, id, at),
    markPosted: async (guildId, id, card, at) => {
      await connection.run((db) =>
        db
          .updateTable('report_post')
          .set({ posted_at: at.getTime(), card_channel_id: card.channelId, card_message_id: card.messageId })
          .where('guild_id', '=', guildId)
          .where('period', '=', id)
          .where('posted_at', 'is', null)
          .execute(),
      );
    },
    list: (guildId) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('report_post')
          .select(['period', 'posted_at'])
          .where('guild_id', '=', guildId)
          .orderBy('period')
          .execute();
        return rows.map(({ period, posted_at }) => ({ id: period, isPosted: posted_at !== null }));
      }),
  };
}

async function claim(
  connection: Connection,
  guildId: Snowflake,
  id: string,
  at: Date,
): Promise<'first' | 'tried' | 'posted'> {
  const first = await connection.run((db) =>
    db
      .insertInto('report_post')
      .values({
        guild_id: guildId,
        period: id,
        tried_at: at.getTime(),
        posted_at: null,
        card_channel_id: null,
        card_message_id: null,
      })
      .onConflict((conflict) => conflict.columns(['guild_id', 'period']).doNothing())
      .returning('period')
      .executeTakeFirst(),
  );
  if (first !== undefined) return 'first';
  const known = await connection.run((db) =>
    db
      .selectFrom('report_post')
      .select('posted_at')
      .where('guild_id', '=', guildId)
      .where('period', '=', id)
      .executeTakeFirst(),
  );
  return typeof known?.posted_at === 'number' ? 'posted' : 'tried';
}
