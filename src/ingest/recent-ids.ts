import { compareIds, type Snowflake } from '../domain/snowflake.js';

/** The newest ids that were handled: at least `size` of them, at most twice as many. */
export interface RecentIds {
  has(id: Snowflake): boolean;
  add(id: Snowflake): void;
}

/** Forgets by age of the id, not by when it was added: catch-up adds old ids last, and only the newest can come again live. */
export function recentIds(size: number): RecentIds {
  const ids = new Set<Snowflake>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.add(id);
      if (ids.size <= 2 * size) return;
      for (const old of [...ids].sort(compareIds).slice(0, -size)) ids.delete(old);
    },
  };
}
