import type { Erased, ErasureRequest } from '../domain/erasure.js';
import { appendAudit } from './append-audit.js';
import { chainOf } from './audit-chain.js';
import { forgetSubjects } from './audit-subject.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import { dropDifferences } from './drop-differences.js';
import { eraseNotes } from './erase-notes.js';
import { erasedColumns } from './erased-columns.js';
import { forgetPerson } from './forget-person.js';
import { padId } from './id-range.js';
import { takeKnownCommunityTurn } from './join-campaigns.js';
import { readAlerts } from './read-alerts.js';
import { retireTallies } from './retire-tallies.js';
import type { FlagTable } from './schema.js';
import { settleErased } from './settle-campaigns.js';
import { dropTurns } from './take-turn.js';
import { setTombstone } from './tombstones.js';

const HASHES = { user: 'author_hash', message: 'message_hash', channel: 'channel_hash' } as const;
const HASH_KINDS = { user: 'author', message: 'message', channel: 'channel' } as const;

/**
 * Erases what is held of a person, message or channel in one community: text and ids of its flags, its place in the audit
 * log, names in verdicts. Labels and counts without ids stay. Repeat-safe.
 */
export async function forgetSubject(trx: WriteRows, cipher: Cipher, request: ErasureRequest): Promise<Erased> {
  const { guildId, kind, id } = request;
  if (kind === 'channel') await dropTurns(trx, guildId, id);
  await takeKnownCommunityTurn(trx, guildId);
  const rows = await trx
    .selectFrom('flag')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where(HASHES[kind], '=', cipher.hash(HASH_KINDS[kind], id))
    .execute();
  await trx
    .updateTable('flag')
    .set((row) => ({ ...erasedColumns(row), changed_at: request.at.getTime() }))
    .where('guild_id', '=', guildId)
    .where(HASHES[kind], '=', cipher.hash(HASH_KINDS[kind], id))
    .execute();
  await eraseNotes(trx, guildId);
  await settleErased(trx, guildId, request.at);
  const names = kind === 'user' ? await forgetPerson(trx, cipher, guildId, id) : 0;
  if (kind === 'channel') await forgetReading(trx, request);
  if (kind === 'message')
    await trx.deleteFrom('late_message').where('guild_id', '=', guildId).where('message_id', '=', padId(id)).execute();
  await dropDifferences(trx);
  await setTombstone(trx, cipher, request);

  const erased = { flags: rows.length, cards: rows.filter((row) => row.card_message_id !== null).length, names };
  await forgetInAudit(trx, cipher, request, rows);
  await appendAudit(trx, cipher, {
    guildId,
    at: request.at,
    actor: request.actor,
    action: 'erase',
    detail: { because: 'request', kind, ...erased },
  });
  return erased;
}

/** Which ids of a channel were read, and how many. The total of the community stays. */
async function forgetReading(trx: WriteRows, { guildId, id }: ErasureRequest): Promise<void> {
  const dropped = await trx
    .deleteFrom('tally')
    .where('guild_id', '=', guildId)
    .where('channel_id', '=', id)
    .returning('count')
    .execute();
  await retireTallies(trx, guildId, dropped);
  for (const table of ['late_message', 'coverage', 'gap'] as const)
    await trx.deleteFrom(table).where('guild_id', '=', guildId).where('channel_id', '=', id).execute();
}

/** The messages of a forgotten person or channel are forgotten in the log as well. */
async function forgetInAudit(
  trx: WriteRows,
  cipher: Cipher,
  { guildId, kind, id }: ErasureRequest,
  rows: readonly FlagTable[],
): Promise<void> {
  const messages = readAlerts(rows, cipher).map(
    ({ alert }) => ({ kind: 'message', id: alert.flag.messageId }) as const,
  );
  await forgetSubjects(trx, { chain: chainOf(guildId), cipher }, [{ kind, id }, ...messages]);
}
