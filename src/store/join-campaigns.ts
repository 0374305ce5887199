import { chooseCard } from '../domain/choose-card.js';
import type { Flag } from '../domain/flag.js';
import type { Snowflake } from '../domain/snowflake.js';
import { type CampaignPrint, likenessTo, sealMinima } from './campaign-prints.js';
import type { Cipher } from './cipher.js';
import { closeCampaigns } from './close-campaigns.js';
import type { WriteRows } from './connection.js';
import { inChunks } from './in-chunks.js';
import { touchCard } from './touch-card.js';

/** Least share of character runs that a copy has in common with the first text of its campaign. */
const LIKE_ENOUGH = 0.4;
/** Open campaigns that a text is compared with: those that share most bands with it. */
const MOST_COMPARED = 5;

export interface Joining {
  readonly guildId: Snowflake;
  readonly at: Date;
  /** A campaign closes so long after its first flag. */
  readonly openForMs: number;
  readonly cipher: Cipher;
}

/**
 * Lets each of these new flags join the open campaign that it is a copy of, or open one.
 *
 * Belongs into the transaction that stored the flags: so each joins once however often it arrives. Writers of one community
 * take turns, so two copies that arrive at once in two channels do not open two campaigns.
 */
export async function joinCampaigns(trx: WriteRows, prints: readonly CampaignPrint[], joining: Joining): Promise<void> {
  if (prints.length === 0) return;
  await takeCommunityTurn(trx, joining.guildId);
  await closeCampaigns(trx, joining.guildId, joining.at);
  for (const print of prints) {
    const known = await findCampaign(trx, print, joining.cipher);
    const campaignId = known ?? (await openCampaign(trx, print, joining));
    await joinCard(trx, print, { campaignId, at: joining.at });
  }
}

/** Makes other writers of this community's campaigns wait until this transaction ends. */
export async function takeCommunityTurn(trx: WriteRows, guildId: Snowflake): Promise<void> {
  await trx
    .insertInto('community')
    .values({ guild_id: guildId, retired_count: 0 })
    .onConflict((conflict) =>
      conflict.column('guild_id').doUpdateSet((row) => ({ retired_count: row.ref('community.retired_count') })),
    )
    .execute();
}

/** As `takeCommunityTurn`, and makes no row for a community that has none: without it there is no campaign to wait for. */
export async function takeKnownCommunityTurn(trx: WriteRows, guildId: Snowflake): Promise<void> {
  await trx
    .updateTable('community')
    .set((row) => ({ retired_count: row.ref('retired_count') }))
    .where('guild_id', '=', guildId)
    .execute();
}

/** Gives a flag a card of its own, with the next number of its community. */
export async function openCard(trx: WriteRows, flag: Pick<Flag, 'guildId' | 'id'>, at: Date): Promise<void> {
  const { cards } = await trx
    .updateTable('community')
    .set((row) => ({ cards: row('cards', '+', 1) }))
    .where('guild_id', '=', flag.guildId)
    .returning('cards')
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('flag')
    .set({ head_id: null, number: cards, due_at: at.getTime() })
    .where('id', '=', flag.id)
    .execute();
}

/** The bands narrow it down through their index, so this costs the same however many campaigns are open. */
async function findCampaign(trx: WriteRows, print: CampaignPrint, cipher: Cipher): Promise<string | undefined> {
  const sharing = await trx
    .selectFrom('campaign_band')
    .select('campaign_id')
    .where('band_hash', 'in', print.bandHashes)
    .groupBy('campaign_id')
    .orderBy((row) => row.fn.countAll(), 'desc')
    .orderBy('campaign_id')
    .limit(MOST_COMPARED)
    .execute();
  if (sharing.length === 0) return undefined;
  const ids = sharing.map((row) => row.campaign_id);
  const campaigns = await trx.selectFrom('campaign').select(['id', 'sealed']).where('id', 'in', ids).execute();
  const [best] = campaigns
    .map(({ id, sealed }) => ({ id, like: likenessTo(id, sealed, print.minima, cipher) }))
    .sort((a, b) => b.like - a.like);
  return best !== undefined && best.like >= LIKE_ENOUGH ? best.id : undefined;
}

async function openCampaign(
  trx: WriteRows,
  { flag, minima, bandHashes }: CampaignPrint,
  { at, openForMs, cipher }: Joining,
): Promise<string> {
  const { id } = flag;
  await trx
    .insertInto('campaign')
    .values({
      id,
      guild_id: flag.guildId,
      sealed: sealMinima(id, minima, cipher),
      urgent_id: null,
      closes_at: at.getTime() + openForMs,
    })
    .execute();
  for (const chunk of inChunks(bandHashes))
    await trx
      .insertInto('campaign_band')
      .values(chunk.map((band_hash) => ({ band_hash, campaign_id: id })))
      .execute();
  return id;
}

async function joinCard(
  trx: WriteRows,
  { flag, textHash }: CampaignPrint,
  { campaignId, at }: { readonly campaignId: string; readonly at: Date },
): Promise<void> {
  const cards = await trx
    .selectFrom('flag')
    .select(['id', 'level', 'text_hash as wording', 'verdict', 'verdict_at'])
    .where('campaign_id', '=', campaignId)
    .where('head_id', 'is', null)
    .orderBy('number')
    .execute();
  const card = chooseCard({ level: flag.level, wording: textHash }, cards);
  const joined = cards.find(({ id }) => id === card?.id);
  await trx
    .updateTable('flag')
    .set({
      campaign_id: campaignId,
      text_hash: textHash,
      head_id: joined?.id ?? null,
      verdict: joined?.verdict ?? null,
      verdict_at: joined?.verdict_at ?? null,
    })
    .where('id', '=', flag.id)
    .execute();
  if (joined !== undefined) await touchCard(trx, joined.id, at);
  else await openUrgently(trx, flag, { campaignId, at });
}

/** The first urgent card of a campaign is the one that pings. */
async function openUrgently(
  trx: WriteRows,
  flag: Flag,
  { campaignId, at }: { readonly campaignId: string; readonly at: Date },
): Promise<void> {
  await openCard(trx, flag, at);
  if (flag.level !== 'urgent') return;
  await trx
    .updateTable('campaign')
    .set({ urgent_id: flag.id })
    .where('id', '=', campaignId)
    .where('urgent_id', 'is', null)
    .execute();
}
