/** The outside system answered, and the answer is no. Trying again will not help. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** The outside system could not be reached or is overloaded. Trying again may help. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { cause: unknown; retryAfterMs?: number }) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}
