import type { Snowflake } from '../domain/snowflake.js';
import type { WriteRows } from './connection.js';

/** What somebody wrote with an act, such as the reason of a hold, may quote the text: it goes with it. */
export async function eraseNotes(trx: WriteRows, guildId: Snowflake): Promise<void> {
  await trx
    .updateTable('review_event')
    .set({ note: null })
    .where('guild_id', '=', guildId)
    .where('note', 'is not', null)
    .where('flag_id', 'in', (db) =>
      db.selectFrom('flag').select('id').where('guild_id', '=', guildId).where('sealed', 'is', null),
    )
    .execute();
}
