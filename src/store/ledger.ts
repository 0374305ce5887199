import type { Flag } from '../domain/flag.js';
import { compareIds, createdAt, toSnowflake } from '../domain/snowflake.js';
import { printOf } from './campaign-prints.js';
import type { Cipher } from './cipher.js';
import type { Connection, WriteRows } from './connection.js';
import { cover, readGaps, readRanges, readTouching, writeGap } from './coverage.js';
import { toFlagRow } from './flag-row.js';
import { checkRange } from './id-range.js';
import { inChunks } from './in-chunks.js';
import { joinCampaigns, takeCommunityTurn } from './join-campaigns.js';
import type { FlagTable } from './schema.js';
import type { CommitResult, Ledger, ReadBatch } from './store.js';
import { takeTurn } from './take-turn.js';
import { addTallies, pickUncounted } from './tallies.js';
import { forgottenUntil, withoutForgotten } from './tombstones.js';

/** Which message ids have been read, and what was in them. */
export function createLedger(connection: Connection, cipher: Cipher): Ledger {
  return {
    commit: (batch) => commit(connection, cipher, batch),
    ranges: (channelId) => connection.run((db) => readRanges(db, channelId)),
    nameGap: (guildId, channelId, range, reason, at) =>
      connection.transact(async (trx) => {
        await takeTurn(trx, guildId, channelId);
        await writeGap(trx, { guildId, channelId, range: checkRange(range) }, reason, at);
      }),
    gaps: (guildId) => connection.run((db) => readGaps(db, guildId)),
    channels: (guildId) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('coverage')
          .select('channel_id')
          .where('guild_id', '=', guildId)
          .union(db.selectFrom('gap').select('channel_id').where('guild_id', '=', guildId))
          .execute();
        return rows.map((row) => toSnowflake(row.channel_id)).sort(compareIds);
      }),
  };
}

async function commit(connection: Connection, cipher: Cipher, batch: ReadBatch): Promise<CommitResult> {
  if (batch.range !== undefined) checkRange(batch.range);
  const claimsNothing = batch.range === undefined && batch.messages.every((message) => message.late !== true);
  if (claimsNothing && batch.flags.length === 0) return { counted: 0, newFlags: [] };

  const openForMs = batch.campaignsOpenForMs ?? 0;
  return connection.transact(async (trx) => {
    await takeTurn(trx, batch.guildId, batch.channelId);
    const counted = await claim(trx, cipher, batch);
    // Whoever forgets somebody at this moment takes this turn, too: either they find these flags, or we what they forgot.
    if (batch.flags.length > 0) await takeCommunityTurn(trx, batch.guildId);
    const flags = await withoutForgotten(trx, cipher, batch.flags);
    const rows = flags.map((flag) => toFlagRow(flag, batch.at, cipher));
    const newFlags = pickAdded(flags, await insertFlags(trx, rows));
    const joining = openForMs === 0 ? [] : newFlags.map((flag) => printOf(flag, cipher));
    await joinCampaigns(trx, joining, { ...batch, openForMs, cipher });
    return { counted, newFlags };
  });
}

/** Counts what is new in the batch and covers its range; answers how many messages counted. */
async function claim(trx: WriteRows, cipher: Cipher, batch: ReadBatch): Promise<number> {
  const { guildId, channelId, range } = batch;
  const stretch = range === undefined ? undefined : { guildId, channelId, range };
  const touching = stretch === undefined ? [] : await readTouching(trx, stretch);
  const until = batch.messages.length === 0 ? 0 : await forgottenUntil(trx, cipher, batch);
  // What was forgotten is covered when it is read again, and counts no second time.
  const messages = batch.messages.filter(({ id }) => createdAt(id).getTime() > until);
  const uncounted = await pickUncounted(trx, { ...batch, messages }, touching);
  await addTallies(trx, batch, uncounted);
  if (stretch !== undefined) await cover(trx, stretch, touching);
  return uncounted.length;
}

/** Answers the ids of the flags that were not known: the same message and edit is the same flag. */
async function insertFlags(trx: WriteRows, flagRows: readonly FlagTable[]): Promise<ReadonlySet<string>> {
  const added = new Set<string>();
  for (const chunk of inChunks(flagRows)) {
    const rows = await trx
      .insertInto('flag')
      .values([...chunk])
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    for (const row of rows) added.add(row.id);
  }
  return added;
}

/** Each new flag once, also where a batch names the same one twice. */
function pickAdded(flags: readonly Flag[], added: ReadonlySet<string>): readonly Flag[] {
  const first = new Map([...flags].reverse().map((flag) => [flag.id, flag]));
  return [...first.values()].reverse().filter((flag) => added.has(flag.id));
}
