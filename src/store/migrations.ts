import { type Kysely, type Migration, sql } from 'kysely';
import { createAudit } from './migrations/audit.js';
import { createCampaigns } from './migrations/campaigns.js';
import { createErasure } from './migrations/erasure.js';
import { createPackTables } from './migrations/pack-tables.js';
import { createReview } from './migrations/review.js';

/** Every change of the schema, in the order of its name. A migration that was released is never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-ledger': { up: createLedger },
  '0002-flags': { up: createFlags },
  '0003-coordination': { up: createCoordination },
  '0004-audit': { up: createAudit },
  '0005-erasure': { up: createErasure },
  '0006-campaigns': { up: createCampaigns },
  '0007-packs': { up: createPackTables },
  '0008-review': { up: createReview },
};

async function createLedger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('channel')
    .addColumn('channel_id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('changes', 'bigint', (column) => column.notNull())
    .execute();
  await createRangeTable(db, 'coverage').execute();
  await createRangeTable(db, 'gap')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('named_at', 'bigint', (column) => column.notNull())
    .execute();
  for (const table of ['coverage', 'gap'])
    await db.schema.createIndex(`${table}_by_guild`).on(table).column('guild_id').execute();
  await createTallies(db);
}

function createRangeTable(db: Kysely<unknown>, name: string) {
  return db.schema
    .createTable(name)
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('from_id', 'text', (column) => column.notNull())
    .addColumn('to_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['channel_id', 'from_id']);
}

async function createTallies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('late_message')
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('counted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('late_message_key', ['channel_id', 'message_id'])
    .execute();
  await db.schema
    .createTable('tally')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tally_key', ['guild_id', 'day', 'channel_id', 'language', 'outcome'])
    .execute();
  await db.schema
    .createTable('community')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('retired_count', 'bigint', (column) => column.notNull())
    .execute();
}

async function createFlags(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('flag')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('flag_hash', 'text', (column) => column.unique())
    .addColumn('message_hash', 'text')
    .addColumn('author_hash', 'text')
    .addColumn('channel_hash', 'text')
    .addColumn('sealed', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('language_probability', 'double precision', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('score', 'double precision', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('polarity', 'text', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('flagged_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('tried_at', 'bigint')
    .addColumn('posted_at', 'bigint')
    .addColumn('card_channel_id', 'text')
    .addColumn('card_message_id', 'text')
    .addColumn('verdict', 'text')
    .addColumn('verdict_at', 'bigint')
    .addColumn('verdict_by', 'text')
    .addColumn('supported_by', 'text')
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('shown_revision', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await indexFlags(db);
}

async function indexFlags(db: Kysely<unknown>): Promise<void> {
  for (const column of ['message_hash', 'author_hash', 'channel_hash'])
    await db.schema.createIndex(`flag_by_${column}`).on('flag').column(column).execute();
  await db.schema.createIndex('flag_by_time').on('flag').columns(['guild_id', 'flagged_at']).execute();
  await db.schema.createIndex('flag_by_posting').on('flag').columns(['guild_id', 'posted_at']).execute();
  await db.schema
    .createIndex('flag_due')
    .on('flag')
    .columns(['guild_id', 'due_at'])
    .where(sql<boolean>`card_message_id is null`)
    .execute();
  await db.schema
    .createIndex('flag_stale')
    .on('flag')
    .columns(['guild_id', 'changed_at'])
    .where(sql<boolean>`shown_revision < revision`)
    .execute();
}

async function createCoordination(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report_post')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('tried_at', 'bigint', (column) => column.notNull())
    .addColumn('posted_at', 'bigint')
    .addColumn('card_channel_id', 'text')
    .addColumn('card_message_id', 'text')
    .addPrimaryKeyConstraint('report_post_key', ['guild_id', 'period'])
    .execute();
  await db.schema
    .createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}
