import type { WriteRows } from './connection.js';

/**
 * Forgets which messages packs judged differently, of all trials: nothing tells whose they were, and their hashes cannot be made
 * anew with another key. What they were counted as stays.
 */
export async function dropDifferences(trx: WriteRows): Promise<void> {
  await trx.deleteFrom('pack_difference').execute();
}
