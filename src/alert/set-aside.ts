/** Cards that Discord found faulty: they stay in the outbox, and are not tried again for a while, so that they hold up no other. */
export interface SetAside {
  add(id: string, now: Date): void;
  has(id: string): boolean;
  /** Lets those go whose time is over, and says how many are left. */
  count(now: Date): number;
}

/** What Discord finds faulty it will find faulty again, unless it was wrong itself or we are updated: milliseconds. */
const AGAIN_MS = 600_000;

export function setAside(): SetAside {
  const until = new Map<string, number>();
  return {
    add: (id, now) => void until.set(id, now.getTime() + AGAIN_MS),
    has: (id) => until.has(id),
    count(now) {
      for (const [id, moment] of until) if (moment <= now.getTime()) until.delete(id);
      return until.size;
    },
  };
}
