import { type Kysely, sql } from 'kysely';

/** What the team says of an alert beside the verdict, who reported it, its history, second opinions, and communities on pause. */
export async function createReview(db: Kysely<unknown>): Promise<void> {
  for (const name of ['marks', 'reported_by', 'reporter_hash'])
    await db.schema.alterTable('flag').addColumn(name, 'text').execute();
  for (const name of ['held_at', 'asked_at', 'ask_tried_at', 'ask_posted_at'])
    await db.schema.alterTable('flag').addColumn(name, 'bigint').execute();
  await db.schema
    .createIndex('flag_asked')
    .on('flag')
    .column('guild_id')
    .where(sql<boolean>`asked_at is not null and ask_posted_at is null`)
    .execute();
  await db.schema
    .createIndex('flag_by_reporter')
    .on('flag')
    .columns(['reporter_hash', 'flagged_at'])
    .where(sql<boolean>`reporter_hash is not null`)
    .execute();
  await db.schema
    .createTable('review_event')
    .addColumn('flag_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('review_event_key', ['flag_id', 'seq'])
    .execute();
  await createSecondReviews(db);
  await db.schema
    .createTable('pause')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('paused_at', 'bigint', (column) => column.notNull())
    .addColumn('paused_by', 'text', (column) => column.notNull())
    .addColumn('holds_urgent', 'bigint', (column) => column.notNull())
    .execute();
}

async function createSecondReviews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('second_review')
    .addColumn('flag_id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('tried_at', 'bigint')
    .addColumn('card_channel_id', 'text')
    .addColumn('card_message_id', 'text')
    .addColumn('verdict', 'text')
    .addColumn('verdict_at', 'bigint')
    .addColumn('verdict_by', 'text')
    .addColumn('closed_at', 'bigint')
    .execute();
  await db.schema.createIndex('second_review_due').on('second_review').columns(['guild_id', 'due_at']).execute();
}
