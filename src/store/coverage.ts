import type { Gap, GapReason, IdRange } from '../domain/coverage.js';
import { compareIds, type Snowflake, toSnowflake } from '../domain/snowflake.js';
import type { ReadRows, WriteRows } from './connection.js';
import { padId, span, subtract, unpadId, widen } from './id-range.js';

/** A stretch of one channel's ids. */
export interface Stretch {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly range: IdRange;
}

/** All covered ranges of a channel, oldest first. */
export async function readRanges(db: ReadRows, channelId: Snowflake): Promise<readonly IdRange[]> {
  const rows = await db
    .selectFrom('coverage')
    .select(['from_id', 'to_id'])
    .where('channel_id', '=', channelId)
    .orderBy('from_id')
    .execute();
  return rows.map(toRange);
}

/** Covered ranges that overlap the stretch or touch it. */
export async function readTouching(trx: WriteRows, { channelId, range }: Stretch): Promise<readonly IdRange[]> {
  const { from, to } = widen(range);
  const rows = await trx
    .selectFrom('coverage')
    .select(['from_id', 'to_id'])
    .where('channel_id', '=', channelId)
    .where('from_id', '<=', padId(to))
    .where('to_id', '>=', padId(from))
    .orderBy('from_id')
    .execute();
  return rows.map(toRange);
}

/** Makes the stretch and the ranges that it touches one, and takes it out of the gaps. The caller has taken its turn. */
export async function cover(trx: WriteRows, stretch: Stretch, touching: readonly IdRange[]): Promise<void> {
  const merged = span(stretch.range, touching);
  const eaten = touching.filter((range) => range.from !== merged.from).map((range) => padId(range.from));
  if (eaten.length > 0)
    await trx
      .deleteFrom('coverage')
      .where('channel_id', '=', stretch.channelId)
      .where('from_id', 'in', eaten)
      .execute();
  await trx
    .insertInto('coverage')
    .values({
      channel_id: stretch.channelId,
      guild_id: stretch.guildId,
      from_id: padId(merged.from),
      to_id: padId(merged.to),
    })
    .onConflict((conflict) => conflict.columns(['channel_id', 'from_id']).doUpdateSet({ to_id: padId(merged.to) }))
    .execute();
  await clearGaps(trx, stretch);
}

/** Names what of the stretch is not covered as a gap; a gap of the same reason beside it grows. The caller has taken its turn. */
export async function writeGap(trx: WriteRows, stretch: Stretch, reason: GapReason, at: Date): Promise<void> {
  const pieces = subtract(stretch.range, await readTouching(trx, stretch));
  for (const piece of pieces) {
    const neighbours = (await readGapsTouching(trx, { ...stretch, range: piece })).filter(
      (gap) => gap.reason === reason,
    );
    const whole = { ...stretch, range: span(piece, neighbours) };
    await clearGaps(trx, whole);
    await insertGaps(trx, whole, [{ ...whole.range, reason, namedAt: at.getTime() }]);
  }
}

/** Named gaps of a community, by channel, oldest first. */
export async function readGaps(db: ReadRows, guildId: Snowflake): Promise<readonly Gap[]> {
  const rows = await db
    .selectFrom('gap')
    .select(['channel_id', 'from_id', 'to_id', 'reason'])
    .where('guild_id', '=', guildId)
    .orderBy('from_id')
    .execute();
  return rows
    .map((row) => ({ channelId: toSnowflake(row.channel_id), ...toRange(row), reason: row.reason }))
    .sort((a, b) => compareIds(a.channelId, b.channelId));
}

interface GapPiece extends IdRange {
  readonly reason: GapReason;
  readonly namedAt: number;
}

async function readGapsTouching(trx: WriteRows, { channelId, range }: Stretch): Promise<readonly GapPiece[]> {
  const { from, to } = widen(range);
  const rows = await trx
    .selectFrom('gap')
    .select(['from_id', 'to_id', 'reason', 'named_at'])
    .where('channel_id', '=', channelId)
    .where('from_id', '<=', padId(to))
    .where('to_id', '>=', padId(from))
    .execute();
  return rows.map((row) => ({ ...toRange(row), reason: row.reason, namedAt: row.named_at }));
}

/** Leaves of each gap what lies outside the stretch. */
async function clearGaps(trx: WriteRows, stretch: Stretch): Promise<void> {
  const gaps = await readGapsTouching(trx, stretch);
  if (gaps.length === 0) return;
  const keys = gaps.map((gap) => padId(gap.from));
  await trx.deleteFrom('gap').where('channel_id', '=', stretch.channelId).where('from_id', 'in', keys).execute();
  const rest = gaps.flatMap((gap) => subtract(gap, [stretch.range]).map((range) => ({ ...gap, ...range })));
  await insertGaps(trx, stretch, rest);
}

async function insertGaps(trx: WriteRows, { guildId, channelId }: Stretch, gaps: readonly GapPiece[]): Promise<void> {
  if (gaps.length === 0) return;
  const rows = gaps.map((gap) => ({
    channel_id: channelId,
    guild_id: guildId,
    from_id: padId(gap.from),
    to_id: padId(gap.to),
    reason: gap.reason,
    named_at: gap.namedAt,
  }));
  await trx.insertInto('gap').values(rows).execute();
}

function toRange(row: { readonly from_id: string; readonly to_id: string }): IdRange {
  return { from: unpadId(row.from_id), to: unpadId(row.to_id) };
}
