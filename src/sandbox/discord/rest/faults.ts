/** What shall go wrong instead of an answer. */
export type Failure =
  /** An HTTP status with Discord's kind of body. */
  | number
  /** A 429 that comes from outside the caller's own counting. */
  | { readonly status: 429; readonly retryAfterMs: number; readonly scope: 'global' | 'shared' | 'user' }
  /** The connection is cut without an answer, and nothing is done. */
  | 'cut'
  /** What was asked is done, and the connection is cut before the answer. */
  | 'cut-after'
  /** The connection stays open and nothing comes. */
  | 'stall';

/** Counts of requests since the server started. */
export interface RequestCounts {
  readonly total: number;
  /** Answers 401, 403 and 429: at 10,000 of them in ten minutes Discord blocks the address. */
  readonly invalid: number;
  /** By method and route, e.g. `POST /channels/:channel/messages`. */
  readonly byRoute: Readonly<
    Record<string, { readonly total: number; readonly byStatus: Readonly<Record<number, number>> }>
  >;
}

/** Planned failures and the record of what was asked. */
export interface Faults {
  /** Lets the next `times` requests of a route fail; `*` stands for every route. */
  readonly failNext: (route: string, failure: Failure, times?: number) => void;
  /** Takes back every failure that is still planned. */
  readonly clearFailures: () => void;
  /** The failure due now, counted off. */
  readonly due: (route: string) => Failure | undefined;
  readonly record: (route: string, status: number) => void;
  readonly requests: () => RequestCounts;
}

/** Starts with nothing planned and nothing counted. */
export function openFaults(): Faults {
  const planned = new Map<string, { readonly failure: Failure; left: number }[]>();
  const counts = new Map<string, { total: number; byStatus: Record<number, number> }>();

  const due = (route: string): Failure | undefined => {
    const queue = planned.get(route) ?? [];
    const [next] = queue;
    if (next === undefined) return undefined;
    next.left -= 1;
    if (next.left <= 0) queue.shift();
    return next.failure;
  };

  return {
    failNext: (route, failure, times = 1) => {
      planned.set(route, [...(planned.get(route) ?? []), { failure, left: times }]);
    },
    clearFailures: () => planned.clear(),
    due: (route) => due(route) ?? due('*'),
    record: (route, status) => {
      const entry = counts.get(route) ?? { total: 0, byStatus: {} };
      entry.total += 1;
      entry.byStatus[status] = (entry.byStatus[status] ?? 0) + 1;
      counts.set(route, entry);
    },
    requests: () => {
      const byRoute = structuredClone(Object.fromEntries(counts));
      const all = Object.values(byRoute);
      const invalid = all.flatMap(({ byStatus }) => [401, 403, 429].map((status) => byStatus[status] ?? 0));
      return { total: sum(all.map((entry) => entry.total)), invalid: sum(invalid), byRoute };
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
