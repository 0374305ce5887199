import type { Snowflake } from '../domain/snowflake.js';
import type { WriteRows } from './connection.js';

/** Adds dropped counts to the total of messages ever counted, which outlives them. */
export async function retireTallies(
  trx: WriteRows,
  guildId: Snowflake,
  dropped: readonly { readonly count: number }[],
): Promise<void> {
  const retired = dropped.reduce((sum, row) => sum + row.count, 0);
  if (retired === 0) return;
  await trx
    .insertInto('community')
    .values({ guild_id: guildId, retired_count: retired, left_at: null })
    .onConflict((conflict) =>
      conflict
        .column('guild_id')
        .doUpdateSet((row) => ({ retired_count: row('community.retired_count', '+', retired) })),
    )
    .execute();
}
