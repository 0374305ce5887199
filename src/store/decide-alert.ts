import type { Verdict } from '../domain/alert.js';
import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import { RefusedError } from '../ports/errors.js';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import { openPerson, sealPerson } from './flag-row.js';
import { takeCommunityTurn } from './join-campaigns.js';
import { addEvent } from './review-events.js';
import { lockFlag } from './reviews.js';
import { oweSecondReview } from './second-reviews.js';
import { carryVerdict } from './settle-campaigns.js';

export interface Decision {
  readonly verdict: Verdict;
  /** When another person is to be asked; undefined for never. */
  readonly secondReviewAt: Date | undefined;
}

/** Stores the verdict if there is none, with its line in the history and what follows from it: copies of the very same wording, a second opinion. */
export async function decideAlert(
  trx: WriteRows,
  cipher: Cipher,
  id: string,
  { verdict, secondReviewAt }: Decision,
): Promise<boolean> {
  const found = await trx.selectFrom('flag').select('guild_id').where('id', '=', id).executeTakeFirst();
  if (found === undefined) return false;
  // A copy that joins at this moment must find the card either decided or not.
  await takeCommunityTurn(trx, toSnowflake(found.guild_id));
  const row = await lockFlag(trx, id);
  if (row === undefined || row.verdict !== null || row.head_id !== null) return false;
  await trx
    .updateTable('flag')
    .set({
      verdict: verdict.kind,
      verdict_at: verdict.at.getTime(),
      verdict_by: sealPerson(id, 'verdict_by', verdict.by, cipher),
      revision: row.revision + 1,
      changed_at: verdict.at.getTime(),
    })
    .where('id', '=', id)
    .execute();
  await carryVerdict(trx, id, verdict.at);
  if (secondReviewAt !== undefined) await oweSecondReview(trx, row, secondReviewAt);
  await addEvent(trx, row, verdict, cipher);
  return true;
}

/** Notes the first of two people who must confirm. Throws RefusedError for an alert that is not held. */
export async function supportAlert(
  trx: WriteRows,
  cipher: Cipher,
  id: string,
  { by, at }: { readonly by: Snowflake; readonly at: Date },
): Promise<'first' | 'same' | 'second'> {
  const row = await lockFlag(trx, id);
  if (row === undefined) throw new RefusedError(`there is no alert ${id}`, 'gone');
  if (row.supported_by !== null)
    return openPerson(id, 'supported_by', row.supported_by, cipher) === by ? 'same' : 'second';
  await trx
    .updateTable('flag')
    .set({ supported_by: sealPerson(id, 'supported_by', by, cipher) })
    .where('id', '=', id)
    .execute();
  await addEvent(trx, row, { kind: 'supported', by, at }, cipher);
  return 'first';
}
