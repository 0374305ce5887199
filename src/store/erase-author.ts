import type { Snowflake } from '../domain/snowflake.js';
import { appendAudit } from './append-audit.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';

/** Who asked for an erasure, and when. */
interface Asked {
  readonly by: Snowflake;
  readonly at: Date;
}

/**
 * Erases the text and ids of every flag of this author's messages, held ones too, and who they reported; answers how many
 * flags that were. Labels stay for the counts, and the cards go stale so that the text goes from Discord.
 */
export async function eraseAuthor(
  trx: WriteRows,
  cipher: Cipher,
  { guildId, author }: { readonly guildId: Snowflake; readonly author: Snowflake },
  { by, at }: Asked,
): Promise<number> {
  const hash = cipher.hash('author', author);
  const notes = trx.selectFrom('flag').select('id').where('guild_id', '=', guildId).where('author_hash', '=', hash);
  await trx.updateTable('review_event').set({ note: null }).where('flag_id', 'in', notes).execute();
  const { numUpdatedRows } = await trx
    .updateTable('flag')
    .set((row) => ({
      ...{ sealed: null, flag_hash: null, message_hash: null, author_hash: null, channel_hash: null },
      ...{ supported_by: null, marks: null, held_at: null, reported_by: null, reporter_hash: null },
      revision: row('revision', '+', 1),
      changed_at: at.getTime(),
    }))
    .where('guild_id', '=', guildId)
    .where('author_hash', '=', hash)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('flag')
    .set({ reported_by: null, reporter_hash: null })
    .where('guild_id', '=', guildId)
    .where('reporter_hash', '=', hash)
    .execute();
  const erased = Number(numUpdatedRows);
  await appendAudit(trx, cipher, {
    guildId,
    at,
    actor: by,
    action: 'erase',
    detail: { flags: erased, for: 'request' },
  });
  return erased;
}
