import type { Alert, Verdict } from '../domain/alert.js';
import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import { RefusedError } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import { appendAudit } from './append-audit.js';
import type { Cipher } from './cipher.js';
import type { Connection, ReadRows } from './connection.js';
import { openPerson, sealPerson, toAlert } from './flag-row.js';
import { takeCommunityTurn } from './join-campaigns.js';
import { readCards } from './read-alerts.js';
import { readCampaign } from './read-campaign.js';
import { carryVerdict } from './settle-campaigns.js';
import type { Alerts } from './store.js';

/** The outbox of cards, and what moderators said on them. */
export function createAlerts(connection: Connection, cipher: Cipher, log?: Log): Alerts {
  return {
    find: (id) => connection.run((db) => findAlert(db, cipher, id)),
    due: (guildId, now, limit) =>
      connection.run(async (db) => {
        const rows = await due(db, guildId, now)
          .selectAll()
          .orderBy((row) => row.case().when('level', '=', 'urgent').then(0).else(1).end())
          .orderBy('due_at')
          .orderBy('flagged_at')
          .orderBy('id')
          .limit(limit)
          .execute();
        return (await readCards(db, rows, cipher, log)).map(({ alert }) => alert);
      }),
    waiting: (guildId, now) =>
      connection.run(async (db) => {
        const { count } = await due(db, guildId, now)
          .select((row) => row.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        return count;
      }),
    markTried: (id, at) =>
      changesOne(connection, (db) =>
        db.updateTable('flag').set({ tried_at: at.getTime() }).where('id', '=', id).where('tried_at', 'is', null),
      ),
    markPosted: (id, card, at) =>
      changesOne(connection, (db) =>
        db
          .updateTable('flag')
          .set({ card_channel_id: card.channelId, card_message_id: card.messageId, posted_at: at.getTime() })
          .where('id', '=', id)
          .where('card_message_id', 'is', null),
      ),
    decide: (id, verdict) => decide(connection, cipher, id, verdict),
    support: (id, by) => support(connection, cipher, id, by),
  };
}

/** Undecided flags without a card whose own it would be, and whose time has come. */
function due(db: ReadRows, guildId: Snowflake, now: Date) {
  return db
    .selectFrom('flag')
    .where('guild_id', '=', guildId)
    .where('card_message_id', 'is', null)
    .where('head_id', 'is', null)
    .where('verdict', 'is', null)
    .where('sealed', 'is not', null)
    .where('due_at', '<=', now.getTime());
}

async function decide(connection: Connection, cipher: Cipher, id: string, verdict: Verdict) {
  const won = await connection.transact(async (trx) => {
    const found = await trx.selectFrom('flag').select('guild_id').where('id', '=', id).executeTakeFirst();
    if (found === undefined) return false;
    // A copy that joins at this moment must find the card either decided or not.
    await takeCommunityTurn(trx, toSnowflake(found.guild_id));
    const row = await trx
      .updateTable('flag')
      .set((flag) => ({
        verdict: verdict.kind,
        verdict_at: verdict.at.getTime(),
        verdict_by: sealPerson(id, 'verdict_by', verdict.by, cipher),
        revision: flag('revision', '+', 1),
        changed_at: verdict.at.getTime(),
      }))
      .where('id', '=', id)
      .where('head_id', 'is', null)
      .where('verdict', 'is', null)
      .returning(['guild_id', 'category', 'level', 'language'])
      .executeTakeFirst();
    if (row === undefined) return false;
    await carryVerdict(trx, id, verdict.at);
    const { guild_id, ...labels } = row;
    await appendAudit(trx, cipher, {
      guildId: toSnowflake(guild_id),
      at: verdict.at,
      actor: verdict.by,
      action: 'verdict',
      subject: { kind: 'alert', id },
      detail: { verdict: verdict.kind, ...labels },
    });
    return true;
  });
  const alert = await connection.run((db) => findAlert(db, cipher, id));
  return alert === undefined ? undefined : { won, alert };
}

async function support(connection: Connection, cipher: Cipher, id: string, by: Snowflake) {
  const first = await changesOne(connection, (db) =>
    db
      .updateTable('flag')
      .set({ supported_by: sealPerson(id, 'supported_by', by, cipher) })
      .where('id', '=', id)
      .where('supported_by', 'is', null),
  );
  if (first) return 'first';
  const row = await connection.run((db) =>
    db.selectFrom('flag').select('supported_by').where('id', '=', id).executeTakeFirst(),
  );
  if (typeof row?.supported_by !== 'string') throw new RefusedError(`there is no alert ${id}`, 'gone');
  return openPerson(id, 'supported_by', row.supported_by, cipher) === by ? 'same' : 'second';
}

async function findAlert(db: ReadRows, cipher: Cipher, id: string): Promise<Alert | undefined> {
  const row = await db.selectFrom('flag').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { ...toAlert(row, cipher), campaign: await readCampaign(db, row, cipher) };
}

/** Whether the one row that the statement names was still in the state that it asks for. */
async function changesOne(
  connection: Connection,
  statement: (db: ReadRows) => { executeTakeFirst(): Promise<{ readonly numUpdatedRows: bigint } | undefined> },
): Promise<boolean> {
  const result = await connection.run((db) => statement(db).executeTakeFirst());
  return (result?.numUpdatedRows ?? 0n) > 0n;
}
