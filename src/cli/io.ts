import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** All that a command may touch of the process it runs in, so that a test can run it in its own. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Whether a person reads stdout at a terminal. */
  readonly isTerminal: boolean;
  /** Whether a person watches stderr at a terminal: progress bars go there. */
  readonly isProgressTerminal: boolean;
  /** Whether stdout takes ANSI colours: a terminal, and NO_COLOR is not set. */
  readonly colour: boolean;
  /** Columns of the terminal; 80 elsewhere. */
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Writes to stdout and waits while the reader is slower than we are. Resolves quietly when the reader has gone. */
export async function writeOut(io: Io, chunk: string | Uint8Array): Promise<void> {
  if (io.stdout.destroyed || io.stdout.write(chunk)) return;
  const settled = new AbortController();
  const { signal } = settled;
  try {
    await Promise.race([once(io.stdout, 'drain', { signal }), once(io.stdout, 'close', { signal })]);
  } finally {
    settled.abort();
  }
}

/** Writes one line to stdout. */
export function say(io: Io, line = ''): void {
  io.stdout.write(`${line}\n`);
}

/** Writes one line to stderr: faults, warnings, progress. */
export function warn(io: Io, line = ''): void {
  io.stderr.write(`${line}\n`);
}
