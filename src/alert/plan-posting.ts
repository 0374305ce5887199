import type { Alert } from '../domain/alert.js';

/** Which alerts may be posted now under an hourly cap. Held ones stay in the outbox; `urgent` is never held back. */
export function planPosting(
  due: readonly Alert[],
  history: { readonly postedThisHour: number },
  cap: number,
): readonly Alert[] {
  let left = Math.max(0, cap - history.postedThisHour);
  return due.filter((alert) => {
    if (alert.flag.level === 'urgent') return true;
    left -= 1;
    return left >= 0;
  });
}
