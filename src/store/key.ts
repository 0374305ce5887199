import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

const KEY_BYTES = 32;

/** The key is missing, wrong, or kept where it must not be: a fault of the configuration. The message says what to do. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
  readonly faults: readonly string[] = [this.message];
}

/** Where the master key comes from: given as text (32 bytes in base64 or hex), or a file. */
export type KeySource =
  | { readonly kind: 'given'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string };

/** The 32 bytes, or undefined when the key file does not exist. Throws KeyError for a key of another form or a file that others may read. */
export function readKey(source: KeySource): Uint8Array | undefined {
  if (source.kind === 'given') return decodeKey(source.text, 'DIDBON_KEY');
  const text = readKeyFile(source.path);
  return text === undefined ? undefined : decodeKey(text, `the key file ${source.path}`);
}

/** Makes a new random key with mode 0600. Never replaces a file: where another process was faster, its key is the answer. */
export function makeKeyFile(path: string): Uint8Array {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  writeDurably(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST')) throw new KeyError(`cannot make the key file ${path}`, { cause });
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readKey({ kind: 'file', path });
  if (key === undefined) throw new KeyError(`the key file ${path} vanished while it was made`);
  return key;
}

/** Throws KeyError for a key file inside the data folder: a copy of the folder would then carry the key to its own lock. */
export function refuseKeyInside(dataFolder: string, source: KeySource): void {
  if (source.kind === 'given') return;
  const inside = relative(realPath(dataFolder), realPath(source.path));
  if (inside.startsWith('..') || isAbsolute(inside)) return;
  throw new KeyError(
    `the key file ${source.path} lies in the data folder ${dataFolder}, so every backup would carry the key. Move it elsewhere and name it in DIDBON_KEY_FILE`,
  );
}

function decodeKey(text: string, name: string): Uint8Array {
  const trimmed = text.trim();
  const encoding = /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64';
  const bytes = Buffer.from(trimmed, encoding);
  if (bytes.length === KEY_BYTES && /^[\w+/-]+={0,2}$/.test(trimmed)) return new Uint8Array(bytes);
  throw new KeyError(`${name} must be 32 bytes in base64 (44 characters) or hex (64 characters)`);
}

function readKeyFile(path: string): string | undefined {
  try {
    const mode = statSync(path).mode & 0o777;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new KeyError(
        `the key file ${path} may be read by others (mode ${mode.toString(8)}). Run: chmod 600 ${path}`,
      );
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined;
    if (cause instanceof KeyError) throw cause;
    throw new KeyError(`cannot read the key file ${path}`, { cause });
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The path with links resolved, as far as it exists. */
function realPath(path: string): string {
  const absolute = resolve(path);
  if (statSync(absolute, { throwIfNoEntry: false }) !== undefined) return realpathSync(absolute);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(realPath(parent), relative(parent, absolute));
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
