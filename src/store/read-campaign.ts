import { type Campaign, type CampaignPlace, type LikeVerdict, MOST_LIKE, MOST_PLACES } from '../domain/alert.js';
import { ERASED_ID } from '../domain/erasure.js';
import type { Cipher } from './cipher.js';
import type { ReadRows } from './connection.js';
import { DamagedDatabaseError } from './damaged-database-error.js';
import { toAlert, toCardPlace } from './flag-row.js';
import type { FlagTable } from './schema.js';

/** What a card stands for besides its own message; undefined for a flag that opened no card of a campaign. */
export async function readCampaign(db: ReadRows, row: FlagTable, cipher: Cipher): Promise<Campaign | undefined> {
  if (row.number === null) return undefined;
  const channels = await countByChannel(db, row.id);
  const sum = (count: (channel: (typeof channels)[number]) => number) =>
    channels.reduce((total, channel) => total + Number(count(channel)), 0);
  const known = channels.filter(({ channel_hash }) => channel_hash !== null);
  return {
    number: row.number,
    copies: sum(({ copies, flags, channel_hash }) => (channel_hash === null ? flags : copies)),
    deleted: sum(({ deleted }) => deleted),
    wordings: await countWordings(db, row.id),
    channels: known.length,
    places: await readPlaces(db, known.slice(0, MOST_PLACES), cipher),
    like: await readLike(db, row),
    pings: await mayPing(db, row),
  };
}

/** Edits of one message are one copy. Erased flags, of which only the number is known, stand in the row without a channel. */
function countByChannel(db: ReadRows, id: string) {
  return onCard(db, id)
    .select('channel_hash')
    .select(({ fn, ref }) => [
      fn.count<number>('message_hash').distinct().as('copies'),
      fn.countAll<number>().as('flags'),
      fn
        .count<number>((row) => row.case().when('deleted_at', 'is not', null).then(ref('message_hash')).end())
        .distinct()
        .as('deleted'),
      fn.min((row) => row.case().when('deleted_at', 'is', null).then(ref('id')).end()).as('sample'),
      fn.min('id').as('any'),
    ])
    .groupBy('channel_hash')
    .orderBy('copies', 'desc')
    .orderBy('channel_hash')
    .execute();
}

async function countWordings(db: ReadRows, id: string): Promise<number> {
  const { wordings } = await onCard(db, id)
    .select(({ fn }) => fn.count<number>('text_hash').distinct().as('wordings'))
    .executeTakeFirstOrThrow();
  return wordings;
}

function onCard(db: ReadRows, id: string) {
  return db.selectFrom('flag').where(({ or, eb }) => or([eb('id', '=', id), eb('head_id', '=', id)]));
}

async function readPlaces(
  db: ReadRows,
  channels: readonly { readonly sample: string | null; readonly any: string; readonly copies: number }[],
  cipher: Cipher,
): Promise<readonly CampaignPlace[]> {
  const places: CampaignPlace[] = [];
  for (const { sample, any, copies } of channels) {
    const row = await db
      .selectFrom('flag')
      .selectAll()
      .where('id', '=', sample ?? any)
      .executeTakeFirst();
    const place = row === undefined ? undefined : placeOf(row, cipher);
    if (place !== undefined) places.push({ ...place, copies });
  }
  return places;
}

/** Undefined for a copy whose row was altered: it must not keep the others from moderators. */
function placeOf(row: FlagTable, cipher: Cipher): Omit<CampaignPlace, 'copies'> | undefined {
  try {
    const { channelId, messageId } = toAlert(row, cipher).flag;
    return messageId === ERASED_ID ? undefined : { channelId, messageId };
  } catch (error) {
    if (error instanceof DamagedDatabaseError) return undefined;
    throw error;
  }
}

async function readLike(db: ReadRows, { id, campaign_id }: FlagTable): Promise<readonly LikeVerdict[]> {
  if (campaign_id === null) return [];
  const rows = await db
    .selectFrom('flag')
    .select(['number', 'verdict', 'card_channel_id', 'card_message_id'])
    .where('campaign_id', '=', campaign_id)
    .where('id', '!=', id)
    .where('head_id', 'is', null)
    .where('verdict', 'is not', null)
    .orderBy('verdict_at', 'desc')
    .orderBy('number', 'desc')
    .limit(MOST_LIKE)
    .execute();
  return rows.flatMap(({ number, verdict, ...card }) =>
    number === null || verdict === null ? [] : [{ number, verdict, card: toCardPlace(card) }],
  );
}

/** One that was deleted by hand and is posted anew has pinged. */
async function mayPing(db: ReadRows, { id, campaign_id, posted_at }: FlagTable): Promise<boolean> {
  if (campaign_id === null || posted_at !== null) return false;
  const campaign = await db.selectFrom('campaign').select('urgent_id').where('id', '=', campaign_id).executeTakeFirst();
  return campaign?.urgent_id === id;
}
