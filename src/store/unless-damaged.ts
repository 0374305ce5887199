import { DamagedDatabaseError } from './damaged-database-error.js';

/** What is read; undefined where somebody altered it, which must not keep the rest from being read. */
export function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedDatabaseError) return undefined;
    throw error;
  }
}
