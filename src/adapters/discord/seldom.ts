import { setTimeout } from 'node:timers';

/**
 * Lets something be done at once, but not again before a while is over; what was asked for meanwhile is done then. The while
 * doubles each time up to `mostMs`, and is short again once nothing was asked for.
 */
export function seldom(firstMs: number, mostMs: number): (act: () => void) => void {
  const state: { wait: number; isCooling: boolean; next: (() => void) | undefined } = {
    wait: firstMs,
    isCooling: false,
    next: undefined,
  };
  const doNow = (act: () => void): void => {
    state.isCooling = true;
    setTimeout(() => {
      const { next } = state;
      state.isCooling = false;
      state.next = undefined;
      state.wait = next === undefined ? firstMs : Math.min(2 * state.wait, mostMs);
      if (next !== undefined) doNow(next);
    }, state.wait).unref();
    act();
  };
  return (act) => {
    if (state.isCooling) state.next = act;
    else doNow(act);
  };
}

/** {@link seldom} for each of many: what one has to wait for, another has not. */
export function seldomForEach<Key>([firstMs, mostMs]: readonly [number, number]): (
  which: Key,
  act: () => void,
) => void {
  const each = new Map<Key, ReturnType<typeof seldom>>();
  return (which, act) => {
    const own = each.get(which) ?? seldom(firstMs, mostMs);
    each.set(which, own);
    own(act);
  };
}
