import type { Verdict } from '../domain/alert.js';
import type { AuditRecord } from '../domain/audit.js';
import type { Flag } from '../domain/flag.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Log } from '../ports/log.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import { readAbout } from './read-about.js';
import { readAlerts } from './read-alerts.js';

/** What is held on a person in one community. */
export interface Held {
  /** Flags of what they wrote, oldest first, with what was decided and not by whom: that is about somebody else. */
  readonly flags: readonly { readonly flag: Flag; readonly verdict: Omit<Verdict, 'by'> | undefined }[];
  /** What they did as a member of the team, and what was done to them. */
  readonly acts: readonly AuditRecord[];
}

/** Reads it. A flag that was altered is logged and left out. */
export async function readHeld(
  connection: Connection,
  { cipher, log }: { readonly cipher: Cipher; readonly log: Log | undefined },
  guildId: Snowflake,
  person: Snowflake,
): Promise<Held> {
  return await connection.run(async (db) => {
    const rows = await db
      .selectFrom('flag')
      .selectAll()
      .where('guild_id', '=', guildId)
      .where('author_hash', '=', cipher.hash('author', person))
      .orderBy('flagged_at')
      .orderBy('id')
      .execute();
    const flags = readAlerts(rows, cipher, log).map(({ alert: { flag, verdict } }) => ({
      flag,
      verdict: verdict && { kind: verdict.kind, at: verdict.at },
    }));
    return { flags, acts: await readAbout(db, cipher, guildId, { kind: 'user', id: person }) };
  });
}
