/** The newest ids that were handled, at most `size` of them. */
export interface RecentIds {
  has(id: string): boolean;
  add(id: string): void;
}

export function recentIds(size: number): RecentIds {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.add(id);
      if (ids.size <= size) return;
      for (const oldest of ids) {
        ids.delete(oldest);
        return;
      }
    },
  };
}
