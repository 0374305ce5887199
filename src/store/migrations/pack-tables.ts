import type { Kysely } from 'kysely';

/** Published packs, what is tried before publishing, and what verdicts teach. */
export async function createPackTables(db: Kysely<unknown>): Promise<void> {
  await createPublications(db);
  await createTrials(db);
  await createLessons(db);
}

async function createPublications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pack_blob')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('archive', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pack_publication')
    .addColumn('number', 'bigint', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('previous', 'text')
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pack_proposal')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
}

async function createTrials(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pack_trial')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('against', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('running', 'text', (column) => column.unique())
    .addColumn('compared', 'bigint', (column) => column.notNull())
    .addColumn('gained', 'bigint', (column) => column.notNull())
    .addColumn('lost', 'bigint', (column) => column.notNull())
    .addColumn('moved', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pack_difference')
    .addColumn('trial_id', 'text', (column) => column.notNull())
    .addColumn('key_hash', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('category', 'text')
    .addColumn('was', 'text', (column) => column.notNull())
    .addColumn('now', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pack_difference_key', ['trial_id', 'key_hash'])
    .execute();
  await db.schema.createIndex('pack_difference_by_expiry').on('pack_difference').column('expires_at').execute();
}

async function createLessons(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('verdict_lesson')
    .addColumn('flag_id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('score', 'double precision', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('verdict_at', 'bigint', (column) => column.notNull())
    .addColumn('labels', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('verdict_lesson_by_time')
    .on('verdict_lesson')
    .columns(['guild_id', 'verdict_at'])
    .execute();
}
