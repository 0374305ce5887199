import type { Alert } from '../domain/alert.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Log } from '../ports/log.js';
import type { Cipher } from './cipher.js';
import type { Connection, ReadRows } from './connection.js';
import { decideAlert, supportAlert } from './decide-alert.js';
import { toAlert } from './flag-row.js';
import { readCards } from './read-alerts.js';
import { readCampaign } from './read-campaign.js';
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
    decide: async (id, verdict, secondReviewAt) => {
      const won = await connection.transact((trx) => decideAlert(trx, cipher, id, { verdict, secondReviewAt }));
      const alert = await connection.run((db) => findAlert(db, cipher, id));
      return alert === undefined ? undefined : { won, alert };
    },
    support: (id, by, at) => connection.transact((trx) => supportAlert(trx, cipher, id, { by, at })),
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
