/** What the database holds is not what we wrote: a corrupted file, or a row that was altered or swapped. Restore a backup. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError';
}
