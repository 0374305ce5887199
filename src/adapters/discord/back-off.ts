/** How often and how long a request that got no proper answer is asked again. */
export interface BackOff {
  /** Tries in all. */
  readonly tries: number;
  /** Milliseconds: the most that is waited before the second try; it doubles from try to try. */
  readonly firstMs: number;
  /** Which repetition goes first where many wait: the higher. */
  readonly priority: number;
}

/** Rides out some seconds of trouble; what lasts longer is its caller's, who has an outbox or a gap to come back to. */
const PATIENT: BackOff = { tries: 6, firstMs: 250, priority: 1 };

/** Discord waits three seconds for the answer to a press. */
const QUICK: BackOff = { tries: 4, firstMs: 100, priority: 2 };

const ONCE: BackOff = { tries: 1, firstMs: 0, priority: 1 };

const LONGEST_MS = 8_000;

/** A request, as far as matters for whether it may be made twice. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  /** Of a multipart body, its JSON part. */
  readonly body: string | undefined;
}

/**
 * How a request is repeated that may or may not have been done. Reads, edits and deletions end the same when they are done
 * twice, and so does the first answer to a press; a post does where Discord knows it again by an enforced nonce, as every card
 * has one. Other posts, further answers to a press among them, are made once.
 */
export function backOffFor({ method, url, body }: Asked): BackOff {
  if (/\/webhooks\/\d+\//.test(url)) return method.toUpperCase() === 'POST' ? ONCE : QUICK;
  if (/\/interactions\/\d+\//.test(url)) return QUICK;
  if (method.toUpperCase() === 'GET') return { ...PATIENT, priority: 0 };
  if (method.toUpperCase() !== 'POST') return PATIENT;
  return body?.includes('"enforce_nonce":true') ? PATIENT : ONCE;
}

/**
 * Milliseconds to wait before the `retry`th repetition, from 1: anything up to a bound that doubles, by chance (0 to 1), so
 * that those who failed together do not come back together.
 */
export function waitBefore(retry: number, { firstMs }: BackOff, chance: number): number {
  return chance * Math.min(LONGEST_MS, firstMs * 2 ** (retry - 1));
}
