import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import { closeCampaigns, dropCampaigns } from './close-campaigns.js';
import type { WriteRows } from './connection.js';
import { openCard } from './join-campaigns.js';
import { touchCard } from './touch-card.js';

/**
 * After a verdict: it carries over to the copies with the very same wording. The other copies on that card get a card
 * of their own, opened by the loudest and oldest of them, so that no verdict is given on words that nobody was shown.
 */
export async function carryVerdict(trx: WriteRows, headId: string, at: Date): Promise<void> {
  const head = await trx
    .selectFrom('flag')
    .select(['text_hash', 'verdict', 'verdict_at'])
    .where('id', '=', headId)
    .executeTakeFirstOrThrow();
  if (head.text_hash !== null)
    await trx
      .updateTable('flag')
      .set({ verdict: head.verdict, verdict_at: head.verdict_at })
      .where('head_id', '=', headId)
      .where('text_hash', '=', head.text_hash)
      .where('verdict', 'is', null)
      .execute();
  await passOn(trx, headId, at);
}

/**
 * After flags were erased, whatever the reason: fingerprints of campaigns without any text left go, cards lose the places of
 * erased copies, and what was waiting on an erased card gets a card of its own. May run at any time, and twice.
 */
export async function settleErased(trx: WriteRows, guildId: Snowflake, at: Date): Promise<void> {
  const erased = await trx
    .updateTable('flag')
    .set({ campaign_id: null, text_hash: null })
    .where('guild_id', '=', guildId)
    .where('sealed', 'is', null)
    .where('campaign_id', 'is not', null)
    .returning(['id', 'head_id', 'verdict'])
    .execute();
  for (const headId of new Set(erased.flatMap(({ head_id }) => head_id ?? []))) await touchCard(trx, headId, at);
  for (const { id, head_id, verdict } of erased) if (head_id === null && verdict === null) await passOn(trx, id, at);
  await closeCampaigns(trx, guildId, at);
  await dropCampaigns(trx, guildId);
}

/** The undecided copies that a card stood for move to a new card, if any has a text left to decide on. */
async function passOn(trx: WriteRows, headId: string, at: Date): Promise<void> {
  const next = await trx
    .selectFrom('flag')
    .select(['id', 'guild_id'])
    .where('head_id', '=', headId)
    .where('verdict', 'is', null)
    .where('sealed', 'is not', null)
    .orderBy((row) => row.case().when('level', '=', 'urgent').then(0).else(1).end())
    .orderBy('flagged_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (next === undefined) return;
  await openCard(trx, { id: next.id, guildId: toSnowflake(next.guild_id) }, at);
  await trx
    .updateTable('flag')
    .set({ head_id: next.id })
    .where('head_id', '=', headId)
    .where('verdict', 'is', null)
    .execute();
}
