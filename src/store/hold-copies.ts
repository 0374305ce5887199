import type { WriteRows } from './connection.js';
import type { FlagTable } from './schema.js';

/**
 * Holds, with the message that a card shows, all others that it stands for at this moment, so that their authors' deletions do not
 * take them. What joins later is not held by it. Answers how many messages are held, the shown one included.
 */
export async function holdCopies(trx: WriteRows, { id }: Pick<FlagTable, 'id'>, at: Date): Promise<number> {
  await trx
    .updateTable('flag')
    .set({ held_at: at.getTime() })
    .where('head_id', '=', id)
    .where('sealed', 'is not', null)
    .where('held_at', 'is', null)
    .execute();
  const { messages } = await trx
    .selectFrom('flag')
    .select(({ fn }) => fn.count<number>('message_hash').distinct().as('messages'))
    .where(({ or, eb }) => or([eb('id', '=', id), eb('head_id', '=', id)]))
    .where('sealed', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(messages);
}

/** Ends the hold on all that was held with this message, also where it moved to another card of the campaign since. */
export async function releaseCopies(
  trx: WriteRows,
  { id, guild_id, campaign_id, held_at }: Pick<FlagTable, 'id' | 'guild_id' | 'campaign_id' | 'held_at'>,
): Promise<void> {
  if (held_at === null) return;
  await trx
    .updateTable('flag')
    .set({ held_at: null })
    .where('guild_id', '=', guild_id)
    .where('held_at', '=', held_at)
    .where(({ or, eb }) =>
      or([eb('head_id', '=', id), ...(campaign_id === null ? [] : [eb('campaign_id', '=', campaign_id)])]),
    )
    .execute();
}
