import { ERASED_ID } from '../domain/erasure.js';
import type { Mark, Marks } from '../domain/review.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import { openMarks, sealMarks } from './seal-marks.js';
import { unlessDamaged } from './unless-damaged.js';

/** Takes a member of the team out of the marks of a community's alerts, whose cards go stale; a hold stays. Answers in how many marks they stood. */
export async function forgetInMarks(
  trx: WriteRows,
  cipher: Cipher,
  guildId: Snowflake,
  person: Snowflake,
): Promise<number> {
  const rows = await trx
    .selectFrom('flag')
    .select(['id', 'marks'])
    .where('guild_id', '=', guildId)
    .where('marks', 'is not', null)
    .execute();
  let found = 0;
  for (const { id, marks: sealed } of rows) {
    const marks = readable(id, sealed, cipher);
    const theirs = [marks.claim, marks.unsure, marks.asked, marks.hold].filter((mark) => mark?.by === person).length;
    if (theirs === 0) continue;
    found += theirs;
    await trx
      .updateTable('flag')
      .set((row) => ({ marks: sealMarks(id, without(marks, person), cipher), revision: row('revision', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
  return found;
}

/** None where somebody altered the row: it must not keep anybody from being forgotten elsewhere. */
function readable(id: string, sealed: string | null, cipher: Cipher): Marks {
  return unlessDamaged(() => openMarks(id, sealed, cipher)) ?? {};
}

function without({ claim, unsure, asked, hold }: Marks, person: Snowflake): Marks {
  const nameless = <M extends Mark>(mark: M | undefined): M | undefined =>
    mark?.by === person ? { ...mark, by: ERASED_ID } : mark;
  return { claim: nameless(claim), unsure: nameless(unsure), asked: nameless(asked), hold: nameless(hold) };
}
