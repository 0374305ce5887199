/**
 * What to do with a packet, by its number: within a session Discord numbers its packets one by one, so that whatever is
 * missing, doubled or out of order shows.
 */
export type PacketTurn =
  /** It is the next one. */
  | 'next'
  /** It was handled before. */
  | 'again'
  /** Others are missing before it: the session is to be resumed after the last one handled, and Discord sends them again. */
  | 'resume'
  /** A session is being resumed; this one is sent again. */
  | 'resuming'
  /** Resuming did not bring what is missing before it. It is handled, and what is missing is lost. */
  | 'after-loss';

/** Follows the numbers of one connection to the gateway. */
export interface PacketSequence {
  /** The number of the last packet that was handled; undefined before the first of a session. */
  readonly last: () => number | undefined;
  take(number: unknown): PacketTurn;
  /** Something unreadable came, of which not even the number is known. */
  takeUnreadable(): PacketTurn;
  /** A new session begins with this number; undefined until that is known. */
  begin(number: unknown): void;
  /** The session was resumed. Whether that has a number of its own, Discord does not say: it may. */
  resumed(number: unknown): void;
  /** There is a new connection: what comes now was sent on it. */
  connected(): void;
}

/** Each missing stretch is asked for once: were it Discord's habit to skip numbers, we would resume for ever. */
export function packetSequence(): PacketSequence {
  const state: { next: number | undefined; askedFor: number | undefined; resuming: boolean } = {
    next: undefined,
    askedFor: undefined,
    resuming: false,
  };
  const miss = (): PacketTurn => {
    if (state.resuming) return 'resuming';
    if (state.askedFor === state.next) return 'after-loss';
    state.askedFor = state.next;
    state.resuming = true;
    return 'resume';
  };
  const begin = (number: unknown): void => {
    state.next = isNumber(number) ? number + 1 : undefined;
    state.askedFor = undefined;
    state.resuming = false;
  };

  return {
    last: () => (state.next === undefined ? undefined : state.next - 1),
    take(number) {
      const { next } = state;
      if (next === undefined) {
        begin(number);
        return 'next';
      }
      if (state.resuming) return 'resuming';
      if (isNumber(number) && number < next) return 'again';
      if (number === next) {
        state.next = next + 1;
        return 'next';
      }
      const turn = miss();
      if (turn === 'after-loss') state.next = isNumber(number) ? number + 1 : next + 1;
      return turn;
    },
    takeUnreadable: () => (state.next === undefined ? 'next' : miss()),
    begin,
    resumed(number) {
      if (state.next !== undefined && number === state.next) state.next += 1;
    },
    connected() {
      state.resuming = false;
    },
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
