import type { Snowflake } from '../domain/snowflake.js';
import type { ReadRows } from './connection.js';
import type { CampaignCount, Period } from './store.js';

/** The campaigns that flags of this period belong to, with what came of each within it, the biggest first. Names nobody. */
export async function countCampaigns(
  db: ReadRows,
  guildId: Snowflake,
  period: Period,
): Promise<readonly CampaignCount[]> {
  const rows = await db
    .selectFrom('flag')
    .leftJoin('flag as head', (join) =>
      join.on(({ eb, fn }) => eb('head.id', '=', fn.coalesce('flag.head_id', 'flag.id'))),
    )
    // What was erased has left its campaign; its card still tells what belonged together.
    .select(({ fn }) => fn.coalesce('flag.campaign_id', 'flag.head_id', 'flag.id').as('campaign'))
    .select('flag.category')
    .select(({ fn }) => [
      fn.min<number | null>('head.number').as('number'),
      // Edits of one message are one copy. Of an erased flag only itself is left to count.
      fn.count<number>('flag.message_hash').distinct().as('messages'),
      fn.count<number>((row) => row.case().when('flag.message_hash', 'is', null).then(1).end()).as('erased'),
      fn.count<number>('flag.channel_hash').distinct().as('channels'),
    ])
    .where('flag.guild_id', '=', guildId)
    .where('flag.flagged_at', '>=', period.from.getTime())
    .where('flag.flagged_at', '<', period.to.getTime())
    .groupBy(['campaign', 'flag.category'])
    .execute();
  return rows
    .map(({ number, category, messages, erased, channels }) => ({
      ...{ number: number ?? undefined, category, channels: Number(channels) },
      copies: Number(messages) + Number(erased),
    }))
    .filter(({ copies }) => copies > 1)
    .sort((a, b) => b.copies - a.copies || (a.number ?? 0) - (b.number ?? 0));
}
