import type { IdRange } from '../domain/coverage.js';
import { createdAt, type Snowflake } from '../domain/snowflake.js';
import type { WriteRows } from './connection.js';
import { holds, padId, unpadId } from './id-range.js';
import { inChunks } from './in-chunks.js';
import type { TallyTable } from './schema.js';
import type { ReadBatch, ReadMessage } from './store.js';

/**
 * The messages of a batch that were never counted before.
 *
 * A message counts when its id becomes covered with this batch. One that is `late` counts the first time it comes, and is
 * remembered by its id, so that neither its repetition nor a range that covers it later counts it again.
 */
export async function pickUncounted(
  trx: WriteRows,
  batch: ReadBatch,
  covered: readonly IdRange[],
): Promise<readonly ReadMessage[]> {
  const messages = [...new Map(batch.messages.map((message) => [message.id, message])).values()];
  const { range } = batch;
  const fresh = messages.filter(
    ({ id, late }) =>
      late !== true && range !== undefined && holds(range, id) && !covered.some((old) => holds(old, id)),
  );
  const known = range === undefined || fresh.length === 0 ? new Set() : await readLate(trx, batch.channelId, range);
  const late = await rememberLate(
    trx,
    batch,
    messages.filter((message) => message.late === true),
  );
  return [...fresh.filter((message) => !known.has(message.id)), ...late];
}

/** Adds messages to the counts of their day, language and outcome. */
export async function addTallies(trx: WriteRows, batch: ReadBatch, messages: readonly ReadMessage[]): Promise<void> {
  const tallies = new Map<string, TallyTable>();
  for (const { id, language, outcome } of messages) {
    const day = utcDay(createdAt(id));
    const key = `${day} ${language} ${outcome}`;
    const count = (tallies.get(key)?.count ?? 0) + 1;
    tallies.set(key, { guild_id: batch.guildId, channel_id: batch.channelId, day, language, outcome, count });
  }
  for (const rows of inChunks([...tallies.values()]))
    await trx
      .insertInto('tally')
      .values([...rows])
      .onConflict((conflict) =>
        conflict
          .columns(['guild_id', 'day', 'channel_id', 'language', 'outcome'])
          .doUpdateSet((row) => ({ count: row('tally.count', '+', row.ref('excluded.count')) })),
      )
      .execute();
}

/** `YYYY-MM-DD` in UTC. */
export function utcDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

async function readLate(trx: WriteRows, channelId: Snowflake, range: IdRange): Promise<ReadonlySet<Snowflake>> {
  const rows = await trx
    .selectFrom('late_message')
    .select('message_id')
    .where('channel_id', '=', channelId)
    .where('message_id', '>=', padId(range.from))
    .where('message_id', '<=', padId(range.to))
    .execute();
  return new Set(rows.map((row) => unpadId(row.message_id)));
}

async function rememberLate(
  trx: WriteRows,
  { guildId, channelId, at }: ReadBatch,
  messages: readonly ReadMessage[],
): Promise<readonly ReadMessage[]> {
  const added = new Set<string>();
  for (const chunk of inChunks(messages)) {
    const rows = await trx
      .insertInto('late_message')
      .values(
        chunk.map(({ id }) => ({
          channel_id: channelId,
          message_id: padId(id),
          guild_id: guildId,
          counted_at: at.getTime(),
        })),
      )
      .onConflict((conflict) => conflict.columns(['channel_id', 'message_id']).doNothing())
      .returning('message_id')
      .execute();
    for (const row of rows) added.add(row.message_id);
  }
  return messages.filter(({ id }) => added.has(padId(id)));
}
