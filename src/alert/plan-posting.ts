import type { Alert } from '../domain/alert.js';
import type { Pause } from '../store/review-store.js';

/** Which alerts a pause lets through: all without one, the urgent ones with one that does not hold these, too. */
export function openDuringPause(
  due: readonly Alert[],
  pause: Pick<Pause, 'holdsUrgent'> | undefined,
): readonly Alert[] {
  if (pause === undefined) return due;
  return pause.holdsUrgent ? [] : due.filter((alert) => alert.flag.level === 'urgent');
}

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
