import type { Kysely } from 'kysely';

/** What was forgotten on request, and since when the bot has left a community. */
export async function createErasure(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erasure')
    .addColumn('subject_hash', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('erasure_by_guild').on('erasure').column('guild_id').execute();
  await db.schema.alterTable('community').addColumn('left_at', 'bigint').execute();
}
