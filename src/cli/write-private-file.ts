import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './usage-error.js';

const FAULTS: Readonly<Record<string, string>> = {
  EEXIST: 'exists already; name a new file',
  ENOENT: 'lies in a folder that does not exist',
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EROFS: 'may not be written',
};

/** Writes a new file that nobody else may read. Throws UsageError where the file exists or cannot be made. */
export async function writePrivateFile(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (cause) {
    throw explainUnwritten(path, cause);
  }
}

/** Says of a file that could not be made what is wrong with its name; other errors stay as they are. */
export function explainUnwritten(path: string, cause: unknown): unknown {
  const fault = FAULTS[codeOf(cause)];
  return fault === undefined ? cause : new UsageError(`${path} ${fault}`, { cause });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
