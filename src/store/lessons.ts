import type { Reason } from '../assess/assessment.js';
import { toSnowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import { inChunks } from './in-chunks.js';
import type { VerdictLessonTable } from './pack-schema.js';
import type { Lessons, ReasonLabel } from './pack-stores.js';
import { readAlerts } from './read-alerts.js';
import type { FlagTable } from './schema.js';

const PSEUDONYM_LENGTH = 12;

/** What verdicts teach, taken from flags before their reasons are erased with the text. Copies that share a card were judged with one press and teach once. */
export function createLessons(connection: Connection, cipher: Cipher): Lessons {
  return {
    async keep(guildId) {
      const flags = await connection.run((db) =>
        db
          .selectFrom('flag')
          .leftJoin('verdict_lesson', 'verdict_lesson.flag_id', 'flag.id')
          .selectAll('flag')
          .where('flag.guild_id', '=', guildId)
          .where('flag.head_id', 'is', null)
          .where('flag.verdict', 'is not', null)
          .where('flag.sealed', 'is not', null)
          // A verdict that was changed teaches what it says now.
          .where(({ eb, or }) =>
            or([eb('verdict_lesson.verdict', 'is', null), eb('verdict_lesson.verdict', '!=', eb.ref('flag.verdict'))]),
          )
          .execute(),
      );
      const lessons = flags.flatMap((flag) => toLesson(flag, cipher));
      for (const chunk of inChunks(lessons))
        await connection.run((db) =>
          db
            .insertInto('verdict_lesson')
            .values([...chunk])
            .onConflict((conflict) =>
              conflict.column('flag_id').doUpdateSet((row) => ({
                verdict: row.ref('excluded.verdict'),
                verdict_at: row.ref('excluded.verdict_at'),
              })),
            )
            .execute(),
        );
      return lessons.length;
    },
    async list(guildId, since) {
      const rows = await connection.run((db) =>
        db
          .selectFrom('verdict_lesson')
          .selectAll()
          .where('guild_id', '=', guildId)
          .where('verdict_at', '>=', since.getTime())
          .orderBy('verdict_at')
          .orderBy('flag_id')
          .execute(),
      );
      return rows.map(({ language, category, score, pack, verdict, verdict_at, labels, guild_id }) => ({
        ...{ language, category, score, pack, verdict },
        guildId: toSnowflake(guild_id),
        at: new Date(verdict_at),
        labels: JSON.parse(labels),
      }));
    },
    async texts(guildId) {
      const flags = await connection.run((db) =>
        db
          .selectFrom('flag')
          .selectAll()
          .where('guild_id', '=', guildId)
          .where('head_id', 'is', null)
          .where('verdict', 'is not', null)
          .where('sealed', 'is not', null)
          .orderBy('verdict_at')
          .orderBy('id')
          .execute(),
      );
      const community = cipher.hash('community', guildId).slice(0, PSEUDONYM_LENGTH);
      return readAlerts(flags, cipher).flatMap(({ alert: { flag, verdict } }) => {
        const { text, language, category } = flag;
        if (verdict === undefined || text === undefined || category === 'reported') return [];
        return [{ text, language, category, verdict: verdict.kind, at: verdict.at, community }];
      });
    },
    async eraseBefore(guildId, before) {
      await connection.run((db) =>
        db
          .deleteFrom('verdict_lesson')
          .where('guild_id', '=', guildId)
          .where('verdict_at', '<', before.getTime())
          .execute(),
      );
    },
  };
}

function toLesson(flag: FlagTable, cipher: Cipher): readonly VerdictLessonTable[] {
  const { verdict, verdict_at, category } = flag;
  // What a member reported the classifier did not find: it says nothing of what the pack alerts on.
  if (verdict === null || verdict_at === null || category === 'reported') return [];
  return readAlerts([flag], cipher).map(({ alert }) => ({
    flag_id: flag.id,
    guild_id: flag.guild_id,
    language: flag.language,
    category,
    score: flag.score,
    pack: flag.pack,
    verdict,
    verdict_at,
    labels: JSON.stringify(labelsOf(alert.flag.reasons)),
  }));
}

/** What the reasons are called in the pack; words of the message are nothing to learn a name for. */
function labelsOf(reasons: readonly Reason[]): readonly ReasonLabel[] {
  const labels = new Map<string, ReasonLabel>();
  for (const { kind, role, gloss } of reasons)
    if (kind !== 'bayes' && kind !== 'word') labels.set(`${kind} ${role} ${gloss}`, { kind, role, gloss });
  return [...labels.values()];
}
