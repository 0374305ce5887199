import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { KeyError, makeKeyFile, readKey } from './key.js';

/** Where the key that follows upon this one waits until the database is sealed with it. */
export function nextKeyPath(path: string): string {
  return `${path}.new`;
}

/** Where the key that was replaced stays, for backups made before. */
export function oldKeyPath(path: string): string {
  return `${path}.old`;
}

/** The next key, made with mode 0600 where there is none yet: one that was made before is used, so that a rotation may be begun again. */
export function prepareNextKey(path: string): Uint8Array {
  const known = readNextKey(path);
  if (known !== undefined) return known;
  try {
    return makeKeyFile(nextKeyPath(path));
  } catch (cause) {
    if (cause instanceof KeyError) throw cause;
    throw new KeyError(`a new key cannot be written beside ${path}; its folder must be one that Didbon may write to`, {
      cause,
    });
  }
}

export function readNextKey(path: string): Uint8Array | undefined {
  return readKey({ kind: 'file', path: nextKeyPath(path) });
}

/**
 * Puts the next key in the place of the key, at once and for good, and keeps the old one beside it. May run twice. Throws
 * KeyError where it may not: both keys stay where they are, and the database opens with them as well.
 */
export function adoptNextKey(path: string): void {
  if (readNextKey(path) === undefined) return;
  try {
    replaceKey(path);
  } catch (cause) {
    throw new KeyError(
      `the key is changed, but ${path} cannot be replaced; put ${nextKeyPath(path)} in its place by hand, and keep it until then`,
      { cause },
    );
  }
}

function replaceKey(path: string): void {
  if (readKey({ kind: 'file', path }) !== undefined) {
    rmSync(oldKeyPath(path), { force: true });
    linkSync(path, oldKeyPath(path));
  }
  renameSync(nextKeyPath(path), path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
