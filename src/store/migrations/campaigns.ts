import { type Kysely, sql } from 'kysely';

/** Campaigns: near-duplicates that share a card, and the keyed bands by which a copy finds its campaign; the card that counts what waits. */
export async function createCampaigns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('campaign')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text')
    .addColumn('urgent_id', 'text')
    .addColumn('closes_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('campaign_band')
    .addColumn('band_hash', 'text', (column) => column.notNull())
    .addColumn('campaign_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('campaign_band_key', ['band_hash', 'campaign_id'])
    .execute();
  for (const column of ['campaign_id', 'head_id', 'text_hash'] as const)
    await db.schema.alterTable('flag').addColumn(column, 'text').execute();
  await db.schema.alterTable('flag').addColumn('number', 'bigint').execute();
  await db.schema
    .alterTable('community')
    .addColumn('cards', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('overflow')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('card_channel_id', 'text')
    .addColumn('card_message_id', 'text')
    .addColumn('shown', 'bigint', (column) => column.notNull())
    .addColumn('shown_at', 'bigint', (column) => column.notNull())
    .execute();
  await indexCampaigns(db);
}

async function indexCampaigns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('campaign_open')
    .on('campaign')
    .columns(['guild_id', 'closes_at'])
    .where(sql<boolean>`sealed is not null`)
    .execute();
  await db.schema.createIndex('campaign_band_by_campaign').on('campaign_band').column('campaign_id').execute();
  await db.schema.createIndex('flag_by_campaign').on('flag').column('campaign_id').execute();
  await db.schema.createIndex('flag_by_head').on('flag').column('head_id').execute();
  await db.schema
    .createIndex('flag_left_campaign')
    .on('flag')
    .column('guild_id')
    .where(sql<boolean>`sealed is null and campaign_id is not null`)
    .execute();
  // Copies have no card of their own: they must not lie between the ones that are due.
  await db.schema.dropIndex('flag_due').execute();
  await db.schema
    .createIndex('flag_due')
    .on('flag')
    .columns(['guild_id', 'due_at'])
    .where(sql<boolean>`card_message_id is null and head_id is null`)
    .execute();
}
