/** The outside system answered, and the answer is no. Trying again will not help. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly because: RefusalReason;

  constructor(message: string, because: RefusalReason, options?: { cause: unknown }) {
    super(message, options);
    this.because = because;
  }
}

/** Why the answer is no: may not, is not there, a bad credential or setting, or something that we sent. */
export type RefusalReason = 'no-permission' | 'gone' | 'credentials' | 'rejected';

/** The outside system could not be reached or is overloaded. Trying again may help. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { cause: unknown; retryAfterMs?: number }) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** What an unknown error says, for a log line. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
