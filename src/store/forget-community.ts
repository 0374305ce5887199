import type { AuditActor } from '../domain/audit.js';
import type { Erased } from '../domain/erasure.js';
import type { Snowflake } from '../domain/snowflake.js';
import { appendAudit } from './append-audit.js';
import { chainOf } from './audit-chain.js';
import type { Cipher } from './cipher.js';
import { dropFingerprints } from './close-campaigns.js';
import type { WriteRows } from './connection.js';
import { dropDifferences } from './drop-differences.js';
import { erasedColumns } from './erased-columns.js';
import { takeKnownCommunityTurn } from './join-campaigns.js';
import { dropTurns } from './take-turn.js';
import { setTombstone } from './tombstones.js';

/** A wish to forget a whole community. */
export interface CommunityErasure {
  readonly guildId: Snowflake;
  readonly actor: AuditActor;
  readonly at: Date;
  /** Whether the bot is still there and can take the text from its cards; if not they go at once. */
  readonly canEditCards: boolean;
}

/** Tables whose rows belong to a community and go with it, beside the flags. */
export const BY_GUILD = [
  'coverage',
  'gap',
  'late_message',
  'tally',
  'channel',
  'report_post',
  'overflow',
  'campaign',
  'community',
  'erasure',
  'review_event',
  'second_review',
  'pause',
  'verdict_lesson',
] as const;
export const BY_CHAIN = ['audit_entry', 'audit_chain', 'audit_subject'] as const;

/**
 * Erases all that is held of a community; that it was done stands in the installation's log, without its id. A flag whose card
 * still shows its text stays as an empty row until the card was edited; retention then drops it. Repeat-safe.
 */
export async function forgetCommunity(trx: WriteRows, cipher: Cipher, request: CommunityErasure): Promise<Erased> {
  const { guildId, actor, at } = request;
  await dropTurns(trx, guildId);
  await takeKnownCommunityTurn(trx, guildId);
  const { count: flags } = await trx
    .selectFrom('flag')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('guild_id', '=', guildId)
    .where('sealed', 'is not', null)
    .executeTakeFirstOrThrow();
  const cards = request.canEditCards ? await emptyCards(trx, request) : 0;
  const gone = trx.deleteFrom('flag').where('guild_id', '=', guildId);
  await (request.canEditCards ? gone.where('card_message_id', 'is', null) : gone).execute();
  await dropFingerprints(trx, guildId);
  for (const table of BY_GUILD) await trx.deleteFrom(table).where('guild_id', '=', guildId).execute();
  for (const table of BY_CHAIN) await trx.deleteFrom(table).where('chain', '=', chainOf(guildId)).execute();
  await dropDifferences(trx);
  await setTombstone(trx, cipher, { guildId: undefined, kind: 'guild', id: guildId, at });
  const erased = { flags, cards, names: 0 };
  await appendAudit(trx, cipher, {
    guildId: undefined,
    at,
    actor,
    action: 'erase',
    detail: { because: actor === 'didbon' ? 'left' : 'request', kind: 'guild', flags, cards },
  });
  return erased;
}

/** Flags with a card lose everything but the place of the card, and look old enough for retention to drop them. */
async function emptyCards(trx: WriteRows, { guildId, at }: CommunityErasure): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('flag')
    .set((row) => ({
      ...erasedColumns(row),
      campaign_id: null,
      head_id: null,
      text_hash: null,
      verdict_by: null,
      verdict: null,
      verdict_at: null,
      flagged_at: 0,
      changed_at: at.getTime(),
    }))
    .where('guild_id', '=', guildId)
    .where('card_message_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
