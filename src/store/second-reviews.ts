import type { CardPlace, Verdict } from '../domain/alert.js';
import { toSnowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { Connection, WriteRows } from './connection.js';
import { addEvent } from './review-events.js';
import type { SecondReviews } from './review-store.js';
import { lockFlag } from './reviews.js';
import type { FlagTable } from './schema.js';

/** Decided alerts that another person is asked about again. */
export function createSecondReviews(connection: Connection, cipher: Cipher): SecondReviews {
  return {
    due: (guildId, now, limit) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('second_review')
          .innerJoin('flag', 'flag.id', 'second_review.flag_id')
          .select(['flag_id', 'second_review.tried_at', 'second_review.due_at', 'flag.language'])
          .where('second_review.guild_id', '=', guildId)
          .where('second_review.due_at', '<=', now.getTime())
          .where('second_review.card_message_id', 'is', null)
          .where('flag.sealed', 'is not', null)
          .orderBy('second_review.due_at')
          .orderBy('flag_id')
          .limit(limit)
          .execute();
        return rows.map((row) => ({
          id: row.flag_id,
          language: row.language,
          dueAt: new Date(row.due_at),
          wasTried: row.tried_at !== null,
        }));
      }),
    markTried: async (id, at) => {
      await connection.run((db) =>
        db.updateTable('second_review').set({ tried_at: at.getTime() }).where('flag_id', '=', id).execute(),
      );
    },
    markPosted: async (id, card: CardPlace) => {
      await connection.run((db) =>
        db
          .updateTable('second_review')
          .set({ card_channel_id: card.channelId, card_message_id: card.messageId })
          .where('flag_id', '=', id)
          .execute(),
      );
    },
    settled: (guildId, limit) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('second_review')
          .innerJoin('flag', 'flag.id', 'second_review.flag_id')
          .select(['flag_id', 'second_review.due_at', 'flag.language'])
          .select(['second_review.card_channel_id', 'second_review.card_message_id'])
          .where('second_review.guild_id', '=', guildId)
          .where('second_review.closed_at', 'is', null)
          .where(({ eb, or }) => or([eb('second_review.verdict', 'is not', null), eb('flag.sealed', 'is', null)]))
          .where('second_review.card_message_id', 'is not', null)
          .orderBy('flag_id')
          .limit(limit)
          .execute();
        return rows.flatMap(({ flag_id: id, language, due_at, card_channel_id, card_message_id }) => {
          if (card_channel_id === null || card_message_id === null) return [];
          const card = { channelId: toSnowflake(card_channel_id), messageId: toSnowflake(card_message_id) };
          return [{ id, language, dueAt: new Date(due_at), wasTried: true, card }];
        });
      }),
    markClosed: async (id, at) => {
      await connection.run((db) =>
        db.updateTable('second_review').set({ closed_at: at.getTime() }).where('flag_id', '=', id).execute(),
      );
    },
    decide: (id, verdict) => connection.transact((trx) => decide(trx, cipher, id, verdict)),
    pairs: (guildId, { from, to }) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('second_review')
          .innerJoin('flag', 'flag.id', 'second_review.flag_id')
          .select(['flag.verdict as first', 'second_review.verdict as second'])
          .where('second_review.guild_id', '=', guildId)
          .where('second_review.verdict_at', '>=', from.getTime())
          .where('second_review.verdict_at', '<', to.getTime())
          .execute();
        return rows.flatMap(({ first, second }) => (first && second ? [{ first, second }] : []));
      }),
  };
}

/** Another person is to be asked about a decided alert. Repeat-safe. */
export async function oweSecondReview(
  trx: WriteRows,
  { id, guild_id }: Pick<FlagTable, 'id' | 'guild_id'>,
  dueAt: Date,
): Promise<void> {
  await trx
    .insertInto('second_review')
    .values({ flag_id: id, guild_id, due_at: dueAt.getTime(), ...NOTHING_YET })
    .onConflict((conflict) => conflict.column('flag_id').doNothing())
    .execute();
}

const NOTHING_YET = {
  tried_at: null,
  card_channel_id: null,
  card_message_id: null,
  verdict: null,
  verdict_at: null,
  verdict_by: null,
  closed_at: null,
} as const;

async function decide(
  trx: WriteRows,
  cipher: Cipher,
  id: string,
  { kind, by, at }: Verdict,
): Promise<'won' | 'decided' | 'not-asked'> {
  const flag = await lockFlag(trx, id);
  const row = await trx.selectFrom('second_review').selectAll().where('flag_id', '=', id).executeTakeFirst();
  if (flag === undefined || row === undefined) return 'not-asked';
  if (row.verdict !== null) return 'decided';
  await trx
    .updateTable('second_review')
    .set({ verdict: kind, verdict_at: at.getTime(), verdict_by: cipher.seal(`second_review/${id}`, toSnowflake(by)) })
    .where('flag_id', '=', id)
    .execute();
  await addEvent(trx, flag, { kind: `second-${kind}`, by, at }, cipher);
  return 'won';
}
