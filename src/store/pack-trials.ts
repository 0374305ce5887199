import type { AuditDetail, AuditEntry } from '../domain/audit.js';
import type { DifferenceKind, PackDifference, PackTrial, TrialCounts } from '../domain/pack-trial.js';
import { differenceKind } from '../domain/pack-trial.js';
import { appendAudit } from './append-audit.js';
import type { Cipher } from './cipher.js';
import type { Connection, WriteRows } from './connection.js';
import { inChunks } from './in-chunks.js';
import type { PackTrialTable } from './pack-schema.js';
import { MOST_DIFFERENCES, type NotedDifferences, type PackTrials } from './pack-stores.js';

/** What `running` says of the one trial that runs beside the bot. */
const RUNNING = 'shadow';

/** Comparisons of candidate packs. */
export function createPackTrials(connection: Connection, cipher: Cipher): PackTrials {
  return {
    begin: (trial) => connection.transact((trx) => begin(trx, cipher, trial)),
    async running() {
      const row = await connection.run((db) =>
        db.selectFrom('pack_trial').selectAll().where('running', '=', RUNNING).executeTakeFirst(),
      );
      return row === undefined ? undefined : toTrial(row);
    },
    note: (id, noted) => connection.transact((trx) => note(trx, cipher, id, noted)),
    end: (id, at) => connection.transact((trx) => end(trx, cipher, id, at)),
    drop: (id) =>
      connection.transact(async (trx) => {
        await trx.deleteFrom('pack_difference').where('trial_id', '=', id).execute();
        await trx.deleteFrom('pack_trial').where('id', '=', id).execute();
      }),
    async list() {
      const rows = await connection.run((db) =>
        db.selectFrom('pack_trial').selectAll().orderBy('started_at', 'desc').orderBy('id').execute(),
      );
      return rows.map((row) => ({ ...toTrial(row), ...toCounts(row) }));
    },
    differences: (id) => differences(connection, cipher, id),
    async eraseExpired(now) {
      const { numDeletedRows } = await connection.run((db) =>
        db.deleteFrom('pack_difference').where('expires_at', '<=', now.getTime()).executeTakeFirstOrThrow(),
      );
      if (numDeletedRows > 0n) await connection.dropOldPages();
      return Number(numDeletedRows);
    },
  };
}

async function begin(trx: WriteRows, cipher: Cipher, trial: Omit<PackTrial, 'endedAt'>): Promise<boolean> {
  const { id, kind, hash, pack, against, source, startedAt } = trial;
  const row = await trx
    .insertInto('pack_trial')
    .values({
      ...{ id, kind, hash, pack, against, source },
      started_at: startedAt.getTime(),
      ended_at: null,
      running: kind === 'shadow' ? RUNNING : null,
      ...{ compared: 0, gained: 0, lost: 0, moved: 0 },
    })
    .onConflict((conflict) => conflict.column('running').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row !== undefined && kind === 'shadow')
    await appendAudit(trx, cipher, toAct(hash, startedAt, { began: pack, against }));
  return row !== undefined;
}

async function end(trx: WriteRows, cipher: Cipher, id: string, at: Date): Promise<boolean> {
  const ended = await trx
    .updateTable('pack_trial')
    .set({ ended_at: at.getTime(), running: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (ended?.kind === 'shadow') await appendAudit(trx, cipher, toAct(ended.hash, at, { ended: ended.pack }));
  return ended !== undefined;
}

/** Ends the shadow that runs, if one does: the pack that it was compared with is in force no longer. */
export async function endShadow(trx: WriteRows, cipher: Cipher, at: Date): Promise<void> {
  const shadow = await trx.selectFrom('pack_trial').select('id').where('running', '=', RUNNING).executeTakeFirst();
  if (shadow !== undefined) await end(trx, cipher, shadow.id, at);
}

/** How the beginning and end of a shadow stand in the audit log. */
function toAct(hash: string, at: Date, detail: AuditDetail): AuditEntry {
  return { guildId: undefined, at, actor: 'operator', action: 'shadow', subject: { kind: 'pack', id: hash }, detail };
}

async function note(trx: WriteRows, cipher: Cipher, id: string, noted: NotedDifferences): Promise<void> {
  // First, so that other writers to this trial wait until its differences are in.
  const trial = await trx
    .updateTable('pack_trial')
    .set((row) => ({ compared: row('compared', '+', noted.compared) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['gained', 'lost', 'moved'])
    .executeTakeFirst();
  if (trial === undefined || noted.differences.length === 0) return;

  const room = Math.max(0, MOST_DIFFERENCES - trial.gained - trial.lost - trial.moved);
  const kept = noted.differences.slice(0, room);
  const counted = [...(await insertNew(trx, cipher, id, kept, noted.expiresAt)), ...noted.differences.slice(room)];
  const count = (kind: DifferenceKind) => counted.filter((one) => differenceKind(one) === kind).length;
  await trx
    .updateTable('pack_trial')
    .set((row) => ({
      gained: row('gained', '+', count('gained')),
      lost: row('lost', '+', count('lost')),
      moved: row('moved', '+', count('moved')),
    }))
    .where('id', '=', id)
    .execute();
}

/** Inserts what this trial does not know yet, and answers it. */
async function insertNew(
  trx: WriteRows,
  cipher: Cipher,
  id: string,
  found: readonly PackDifference[],
  expiresAt: Date,
): Promise<readonly PackDifference[]> {
  const byHash = new Map(found.map((one) => [cipher.hash('message', `${id}:${one.key}`), one]));
  const rows = [...byHash].map(([key_hash, { language, category, was, now, link }]) => ({
    trial_id: id,
    ...{ key_hash, language, category, was, now },
    sealed: link === undefined ? null : cipher.seal(linkPlace(id, key_hash), link),
    expires_at: expiresAt.getTime(),
  }));
  const inserted: PackDifference[] = [];
  for (const chunk of inChunks(rows)) {
    const fresh = await trx
      .insertInto('pack_difference')
      .values([...chunk])
      .onConflict((conflict) => conflict.columns(['trial_id', 'key_hash']).doNothing())
      .returning('key_hash')
      .execute();
    for (const { key_hash } of fresh) inserted.push(...[byHash.get(key_hash)].filter((one) => one !== undefined));
  }
  return inserted;
}

async function differences(connection: Connection, cipher: Cipher, id: string) {
  const rows = await connection.run((db) =>
    db.selectFrom('pack_difference').selectAll().where('trial_id', '=', id).orderBy('key_hash').execute(),
  );
  return rows.map(({ key_hash, language, category, was, now, sealed }) => ({
    ...{ language, category, was, now },
    link: sealed === null ? undefined : cipher.open(linkPlace(id, key_hash), sealed),
  }));
}

function toTrial(row: PackTrialTable): PackTrial {
  const { id, kind, hash, pack, against, source } = row;
  const endedAt = row.ended_at === null ? undefined : new Date(row.ended_at);
  return { id, kind, hash, pack, against, source, startedAt: new Date(row.started_at), endedAt };
}

function toCounts({ compared, gained, lost, moved }: PackTrialTable): TrialCounts {
  return { compared, gained, lost, moved };
}

function linkPlace(trialId: string, keyHash: string): string {
  return `pack_difference/${trialId}/${keyHash}`;
}
