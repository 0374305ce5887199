import type { Snowflake } from '../domain/snowflake.js';
import type { WriteRows } from './connection.js';
import { inChunks } from './in-chunks.js';

/** Closes campaigns whose time is over: their fingerprints go, and nothing joins them any more. */
export async function closeCampaigns(trx: WriteRows, guildId: Snowflake, at: Date): Promise<void> {
  const over = await trx
    .updateTable('campaign')
    .set({ sealed: null })
    .where('guild_id', '=', guildId)
    .where('sealed', 'is not', null)
    .where('closes_at', '<=', at.getTime())
    .returning('id')
    .execute();
  await dropBands(
    trx,
    over.map(({ id }) => id),
  );
}

/** Closes campaigns before their time, of one community or all: what looks like their first text opens another. */
export async function dropFingerprints(trx: WriteRows, guildId?: Snowflake): Promise<void> {
  const open = trx.updateTable('campaign').set({ sealed: null }).where('sealed', 'is not', null);
  const closed = await (guildId === undefined ? open : open.where('guild_id', '=', guildId)).returning('id').execute();
  await dropBands(
    trx,
    closed.map(({ id }) => id),
  );
}

/** Forgets campaigns of which no flag is left that has a text. */
export async function dropCampaigns(trx: WriteRows, guildId: Snowflake): Promise<void> {
  const dropped = await trx
    .deleteFrom('campaign')
    .where('guild_id', '=', guildId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('flag')
            .select('flag.id')
            .whereRef('flag.campaign_id', '=', 'campaign.id')
            .where('flag.sealed', 'is not', null),
        ),
      ),
    )
    .returning('id')
    .execute();
  await dropBands(
    trx,
    dropped.map(({ id }) => id),
  );
}

async function dropBands(trx: WriteRows, campaignIds: readonly string[]): Promise<void> {
  for (const chunk of inChunks(campaignIds))
    await trx.deleteFrom('campaign_band').where('campaign_id', 'in', chunk).execute();
}
