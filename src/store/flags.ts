import { compareIds, type Snowflake, toSnowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { Connection, WriteRows } from './connection.js';
import { eraseExpired } from './erase-expired.js';
import { messageOf } from './flag-row.js';
import { inChunks } from './in-chunks.js';
import type { Flags } from './store.js';
import { touchCard } from './touch-card.js';

/** Flags by message, through keyed hashes. */
export function createFlags(connection: Connection, cipher: Cipher): Flags {
  return {
    markDeleted: (guildId, messageIds, at) => markDeleted(connection, guildId, hashAll(cipher, messageIds), at),
    undeleted: (guildId, channelId) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('flag')
          .select(['id', 'sealed'])
          .where('guild_id', '=', guildId)
          .where('channel_hash', '=', cipher.hash('channel', channelId))
          .where('deleted_at', 'is', null)
          .execute();
        return [...new Set(rows.flatMap((row) => messageOf(row, cipher) ?? []))].sort(compareIds);
      }),
    eraseExpired: async (guildId, limits) => {
      const erased = await connection.transact((trx) => eraseExpired(trx, cipher, guildId, limits));
      if (erased > 0) await connection.dropOldPages();
      return erased;
    },
    communities: () =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('flag')
          .select('guild_id')
          .union(db.selectFrom('tally').select('guild_id'))
          .union(db.selectFrom('late_message').select('guild_id'))
          .union(db.selectFrom('community').select('guild_id').where('left_at', 'is not', null))
          .union(db.selectFrom('verdict_lesson').select('guild_id'))
          .union(db.selectFrom('audit_chain').select('chain as guild_id').where('chain', '!=', ''))
          .execute();
        return rows.map((row) => toSnowflake(row.guild_id)).sort(compareIds);
      }),
    postedSince: (guildId, since) =>
      connection.run(async (db) => {
        const { count } = await db
          .selectFrom('flag')
          .select((row) => row.fn.countAll<number>().as('count'))
          .where('guild_id', '=', guildId)
          .where('posted_at', '>=', since.getTime())
          .executeTakeFirstOrThrow();
        return count;
      }),
  };
}

function hashAll(cipher: Cipher, messageIds: readonly Snowflake[]): readonly string[] {
  return messageIds.map((id) => cipher.hash('message', id));
}

async function markDeleted(
  connection: Connection,
  guildId: Snowflake,
  hashes: readonly string[],
  at: Date,
): Promise<number> {
  if (hashes.length === 0) return 0;
  return connection.transact(async (trx) => {
    let marked = 0n;
    for (const chunk of inChunks(hashes)) {
      const { numUpdatedRows } = await trx
        .updateTable('flag')
        .set((row) => ({ deleted_at: at.getTime(), revision: row('revision', '+', 1), changed_at: at.getTime() }))
        .where('guild_id', '=', guildId)
        .where('message_hash', 'in', chunk)
        .where('deleted_at', 'is', null)
        .executeTakeFirstOrThrow();
      marked += numUpdatedRows;
      if (numUpdatedRows > 0n) await touchCards(trx, guildId, chunk, at);
    }
    return Number(marked);
  });
}

/** Cards that stand for copies say how many of them were deleted. */
async function touchCards(trx: WriteRows, guildId: Snowflake, hashes: readonly string[], at: Date): Promise<void> {
  const heads = await trx
    .selectFrom('flag')
    .select('head_id')
    .distinct()
    .where('guild_id', '=', guildId)
    .where('message_hash', 'in', hashes)
    .where('head_id', 'is not', null)
    .execute();
  for (const { head_id } of heads) if (head_id !== null) await touchCard(trx, head_id, at);
}
