import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import type { Log } from '../ports/log.js';
import type { Cipher } from './cipher.js';
import type { Connection, ReadRows } from './connection.js';
import { countCampaigns } from './count-campaigns.js';
import { countErased } from './count-erased.js';
import { countTerms } from './count-terms.js';
import { readAlerts } from './read-alerts.js';
import type { CardScores, Counts, Period } from './store.js';
import { utcDay } from './tallies.js';

const DAY_MS = 86_400_000;

/** What the report counts. */
export function createCounts(connection: Connection, cipher: Cipher, log?: Log): Counts {
  return {
    tallies: (guildId, period) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('tally')
          .select(['channel_id', 'day', 'language', 'outcome', 'count'])
          .where('guild_id', '=', guildId)
          .where('day', '>=', firstDay(period.from))
          .where('day', '<', firstDay(period.to))
          .orderBy('day')
          .orderBy('channel_id')
          .orderBy('language')
          .orderBy('outcome')
          .execute();
        return rows.map(({ channel_id, ...tally }) => ({ channelId: toSnowflake(channel_id), ...tally }));
      }),
    alerts: (guildId, period) =>
      connection.run(async (db) => {
        const rows = await cardsOf(db, guildId, period)
          .select(['category', 'level', 'language', 'verdict'])
          .select((row) => row.fn.countAll<number>().as('count'))
          .groupBy(['category', 'level', 'language', 'verdict'])
          .orderBy('category')
          .orderBy('level')
          .orderBy('language')
          .execute();
        return rows.map((row) => ({ ...row, verdict: row.verdict ?? undefined }));
      }),
    decisionTimes: (guildId, period) =>
      connection.run(async (db) => {
        const rows = await db
          .selectFrom('flag')
          .select(['flagged_at', 'verdict_at'])
          .where('guild_id', '=', guildId)
          .where('head_id', 'is', null)
          .where('verdict_at', '>=', period.from.getTime())
          .where('verdict_at', '<', period.to.getTime())
          .execute();
        return rows.map((row) => Math.max(0, (row.verdict_at ?? 0) - row.flagged_at)).sort((a, b) => a - b);
      }),
    terms: async (guildId, period) => {
      const rows = await connection.run((db) =>
        db
          .selectFrom('flag')
          .selectAll()
          .where('guild_id', '=', guildId)
          .where('head_id', 'is', null)
          .where('sealed', 'is not', null)
          .where('flagged_at', '>=', period.from.getTime())
          .where('flagged_at', '<', period.to.getTime())
          .execute(),
      );
      return countTerms(readAlerts(rows, cipher, log).map(({ alert }) => alert.flag));
    },
    campaigns: (guildId, period) => connection.run((db) => countCampaigns(db, guildId, period)),
    erased: (guildId, period) => connection.run((db) => countErased(db, guildId, period)),
    total: (guildId) => connection.run((db) => total(db, guildId)),
  };
}

/** What cards scored. */
export function createCardScores(connection: Connection): CardScores {
  return {
    read: (guildId, period) =>
      connection.run(async (db) => {
        const rows = await cardsOf(db, guildId, period).select(['language', 'level', 'score', 'verdict']).execute();
        return rows.map((row) => ({ ...row, verdict: row.verdict ?? undefined }));
      }),
  };
}

/** Flags with a card of their own; copies that joined one are not counted again. */
function cardsOf(db: ReadRows, guildId: Snowflake, period: Period) {
  return db
    .selectFrom('flag')
    .where('guild_id', '=', guildId)
    .where('flagged_at', '>=', period.from.getTime())
    .where('flagged_at', '<', period.to.getTime())
    .where('head_id', 'is', null);
}

/** What is kept by day, and what was when its days went. */
async function total(db: ReadRows, guildId: Snowflake): Promise<number> {
  const kept = db
    .selectFrom('tally')
    .select((row) => row.fn.sum<number>('count').as('count'))
    .where('guild_id', '=', guildId);
  const retired = db.selectFrom('community').select('retired_count as count').where('guild_id', '=', guildId);
  const rows = await kept.unionAll(retired).execute();
  return rows.reduce((sum, row) => sum + (row.count ?? 0), 0);
}

/** The first UTC day that begins at or after this moment: so adjoining periods share no day. */
function firstDay(moment: Date): string {
  return utcDay(new Date(Math.ceil(moment.getTime() / DAY_MS) * DAY_MS));
}
