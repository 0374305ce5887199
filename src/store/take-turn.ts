import type { Snowflake } from '../domain/snowflake.js';
import type { WriteRows } from './connection.js';

/** Makes other writers of this channel's ledger wait until this transaction ends, in either dialect: they update the same row. */
export async function takeTurn(trx: WriteRows, guildId: Snowflake, channelId: Snowflake): Promise<void> {
  await trx
    .insertInto('channel')
    .values({ channel_id: channelId, guild_id: guildId, changes: 1 })
    .onConflict((conflict) =>
      conflict.column('channel_id').doUpdateSet((row) => ({ changes: row('channel.changes', '+', 1) })),
    )
    .execute();
}

/**
 * Drops the rows that writers of this channel's ledger, or of every channel of the community, take turns by. Before anything
 * else is erased: whoever writes at this moment is waited for, and what they wrote is found and goes, too.
 */
export async function dropTurns(trx: WriteRows, guildId: Snowflake, channelId?: Snowflake): Promise<void> {
  const rows = trx.deleteFrom('channel').where('guild_id', '=', guildId);
  await (channelId === undefined ? rows : rows.where('channel_id', '=', channelId)).execute();
}
