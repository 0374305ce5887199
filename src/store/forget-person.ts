import { ERASED_ID } from '../domain/erasure.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import { openPerson, sealPerson } from './flag-row.js';

const PAGE = 500;

/** Takes a member of the team out of what they decided; the decision stays. Answers in how many places they stood. */
export async function forgetPerson(
  trx: WriteRows,
  cipher: Cipher,
  guildId: Snowflake,
  person: Snowflake,
): Promise<number> {
  let found = 0;
  for (let after = ''; ; ) {
    const rows = await trx
      .selectFrom('flag')
      .select(['id', 'verdict_by', 'supported_by'])
      .where('guild_id', '=', guildId)
      .where(({ eb, or }) => or([eb('verdict_by', 'is not', null), eb('supported_by', 'is not', null)]))
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.id;
    for (const row of rows) {
      const decided = row.verdict_by !== null && openPerson(row.id, 'verdict_by', row.verdict_by, cipher) === person;
      const supported =
        row.supported_by !== null && openPerson(row.id, 'supported_by', row.supported_by, cipher) === person;
      if (decided) await eraseDecider(trx, cipher, row.id);
      if (supported) await trx.updateTable('flag').set({ supported_by: null }).where('id', '=', row.id).execute();
      found += Number(decided) + Number(supported);
    }
  }
}

/** The verdict still needs somebody who gave it, and the card must name them no longer. */
async function eraseDecider(trx: WriteRows, cipher: Cipher, flagId: string): Promise<void> {
  await trx
    .updateTable('flag')
    .set((row) => ({
      verdict_by: sealPerson(flagId, 'verdict_by', ERASED_ID, cipher),
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', flagId)
    .execute();
}
