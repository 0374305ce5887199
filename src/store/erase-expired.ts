import type { Snowflake } from '../domain/snowflake.js';
import { appendAudit } from './append-audit.js';
import { chainOf } from './audit-chain.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import { eraseNotes } from './erase-notes.js';
import { erasedColumns } from './erased-columns.js';
import { takeKnownCommunityTurn } from './join-campaigns.js';
import { pruneAudit } from './prune-audit.js';
import { retireTallies } from './retire-tallies.js';
import { settleErased } from './settle-campaigns.js';
import type { RetentionLimits } from './store.js';
import { utcDay } from './tallies.js';
import { dropTombstones } from './tombstones.js';

/**
 * Erases what is past its retention; answers how many flags lost their text and ids.
 *
 * An erased flag keeps its labels for the counts, and its card goes stale so that the text goes from Discord, too. The row
 * itself goes with the counts, but never before its card was edited.
 */
export async function eraseExpired(
  trx: WriteRows,
  cipher: Cipher,
  guildId: Snowflake,
  limits: RetentionLimits,
): Promise<number> {
  await takeKnownCommunityTurn(trx, guildId);
  const erased = await eraseFlags(trx, guildId, limits);
  await eraseNotes(trx, guildId);
  await settleErased(trx, guildId, limits.now);
  await dropFlags(trx, guildId, limits.countsBefore);
  await dropTallies(trx, guildId, limits.countsBefore);
  await dropTombstones(trx, guildId, limits.countsBefore);
  await pruneAudit(trx, cipher, chainOf(guildId), limits.auditBefore);
  if (erased > 0)
    await appendAudit(trx, cipher, {
      guildId,
      at: limits.now,
      actor: 'didbon',
      action: 'erase',
      detail: { because: 'retention', flags: erased },
    });
  return erased;
}

async function eraseFlags(trx: WriteRows, guildId: Snowflake, limits: RetentionLimits): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('flag')
    .set(erasedColumns)
    .where('guild_id', '=', guildId)
    .where('sealed', 'is not', null)
    .where(({ eb, and, or }) =>
      or([
        and([eb('deleted_at', '<', limits.deletedBefore.getTime()), eb('held_at', 'is', null)]),
        and([eb('verdict', '=', 'confirmed'), eb('flagged_at', '<', limits.confirmedBefore.getTime())]),
        and([
          or([eb('verdict', 'is', null), eb('verdict', '!=', 'confirmed')]),
          eb('flagged_at', '<', limits.textBefore.getTime()),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

async function dropFlags(trx: WriteRows, guildId: Snowflake, before: Date): Promise<void> {
  await trx
    .deleteFrom('flag')
    .where('guild_id', '=', guildId)
    .where('flagged_at', '<', before.getTime())
    .where('sealed', 'is', null)
    .where(({ eb, or }) => or([eb('card_message_id', 'is', null), eb('shown_revision', '>=', eb.ref('revision'))]))
    .execute();
  for (const table of ['review_event', 'second_review'] as const)
    await trx
      .deleteFrom(table)
      .where('guild_id', '=', guildId)
      .where('flag_id', 'not in', (db) => db.selectFrom('flag').select('id'))
      .execute();
}

/** The total of messages ever counted outlives the counts by day. */
async function dropTallies(trx: WriteRows, guildId: Snowflake, before: Date): Promise<void> {
  const dropped = await trx
    .deleteFrom('tally')
    .where('guild_id', '=', guildId)
    .where('day', '<', utcDay(before))
    .returning('count')
    .execute();
  await trx
    .deleteFrom('late_message')
    .where('guild_id', '=', guildId)
    .where('counted_at', '<', before.getTime())
    .execute();
  await retireTallies(trx, guildId, dropped);
}
