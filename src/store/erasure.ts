import type { Erased, ErasureRequest } from '../domain/erasure.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Log } from '../ports/log.js';
import { chainOf } from './audit-chain.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import { type CommunityErasure, forgetCommunity } from './forget-community.js';
import { forgetSubject } from './forget-subject.js';
import { type Held, readHeld } from './held.js';
import { pruneAudit } from './prune-audit.js';
import { dropTombstones } from './tombstones.js';

/** Erasure on request, and what it needs to know. Each act stands in the audit log. */
export interface Erasure {
  /**
   * Erases what is held of a person, message or channel in one community: text and ids of flags, names in verdicts, the key in
   * the audit log. Their cards go stale. What was forgotten is not flagged again, up to this moment. Repeat-safe.
   */
  forget(request: ErasureRequest): Promise<Erased>;
  /** Erases all that is held of a community. Repeat-safe. */
  forgetCommunity(request: CommunityErasure): Promise<Erased>;
  /** What is held on a person, decrypted. */
  held(guildId: Snowflake, person: Snowflake): Promise<Held>;
  /** Notes that the bot is not in the community (the first moment counts), or, with undefined, that it is there. */
  setLeft(guildId: Snowflake, at: Date | undefined): Promise<void>;
  leftAt(guildId: Snowflake): Promise<Date | undefined>;
  /** Drops what belongs to no community and is from before: rows of the installation's log, communities that were forgotten. */
  expireInstallation(before: Date): Promise<void>;
}

export function createErasure(connection: Connection, cipher: Cipher, log?: Log): Erasure {
  /** What was overwritten must go from SQLite's -wal file as well. */
  const erase = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await work();
    await connection.dropOldPages();
    return done;
  };
  return {
    forget: (request) => erase(() => connection.transact((trx) => forgetSubject(trx, cipher, request))),
    forgetCommunity: (request) => erase(() => connection.transact((trx) => forgetCommunity(trx, cipher, request))),
    held: (guildId, person) => readHeld(connection, { cipher, log }, guildId, person),
    setLeft: (guildId, at) => setLeft(connection, guildId, at),
    leftAt: async (guildId) => {
      const row = await connection.run((db) =>
        db.selectFrom('community').select('left_at').where('guild_id', '=', guildId).executeTakeFirst(),
      );
      return typeof row?.left_at === 'number' ? new Date(row.left_at) : undefined;
    },
    expireInstallation: (before) =>
      connection.transact(async (trx) => {
        await dropTombstones(trx, undefined, before);
        await pruneAudit(trx, cipher, chainOf(undefined), before);
      }),
  };
}

async function setLeft(connection: Connection, guildId: Snowflake, at: Date | undefined): Promise<void> {
  await connection.run<unknown>((db) => {
    if (at === undefined)
      return db.updateTable('community').set({ left_at: null }).where('guild_id', '=', guildId).execute();
    const left_at = at.getTime();
    return db
      .insertInto('community')
      .values({ guild_id: guildId, retired_count: 0, left_at })
      .onConflict((conflict) =>
        conflict.column('guild_id').doUpdateSet({ left_at }).where('community.left_at', 'is', null),
      )
      .execute();
  });
}
