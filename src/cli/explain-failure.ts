import { messageOf } from '../ports/errors.js';
import type { ExitCode } from './exit-code.js';
import { EXIT } from './exit-code.js';
import { type Io, warn } from './io.js';
import { UsageError } from './usage-error.js';

/** An error that lists every fault of settings or pack at once, each as one line `file:line: message`. */
interface Faulty extends Error {
  readonly faults: readonly unknown[];
}

/** Tells a person what went wrong, without a stack, and answers the exit code that belongs to it. */
export function explainFailure(error: unknown, io: Io): ExitCode {
  if (error instanceof UsageError) {
    warn(io, `error: ${error.message}`);
    return EXIT.usage;
  }
  if (isFaulty(error)) {
    for (const line of error.message.split('\n')) warn(io, line);
    return EXIT.usage;
  }
  warn(io, `error: ${messageOf(error)}`);
  if (error instanceof Error && error.cause instanceof Error) warn(io, `  because: ${error.cause.message}`);
  const { DIDBON_LOG_LEVEL: level } = io.env;
  if (level === 'debug' && error instanceof Error) warn(io, error.stack ?? '');
  return EXIT.failed;
}

function isFaulty(error: unknown): error is Faulty {
  return error instanceof Error && 'faults' in error && Array.isArray(error.faults);
}
